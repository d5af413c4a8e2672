public import CreditModel
public import CreditSheets

/// Why a file cannot be read as records at all; said in words that a clerk can act on.
public enum IntakeProblem: Error, Sendable {
    /// The file itself.
    case sheet(SheetError)
    /// No row of headings that any layout knows; the first row with several words is quoted.
    case unknownLayout(seen: [String])
    /// The layout asked for is not in the catalogue.
    case noSuchTemplate(String)
    /// The sheet is not in the layout asked for.
    case otherTemplate(String)
    /// The file has no table of the name asked for.
    case noSuchSheet(String, there: [String])
    /// What a layout cannot make records of.
    case layout(LayoutProblem)

    /// What is wrong and what to do.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.sheet(let error), _): error.message(chinese: language == .zh)
        case (.layout(let problem), _): problem.message(in: language)
        case (.unknownLayout(let seen), .zh):
            "前二十行里没有找到认识的表头。看到的是：\(quoted(seen))。请用 xinyuan template 取得空白模板，或用 --template 指明模板。"
        case (.unknownLayout(let seen), .en):
            "No known headings in the first twenty rows. Seen: \(quoted(seen)). Get a blank template with `xinyuan template`, "
                + "or name the layout with --template."
        case (.noSuchTemplate(let id), .zh): "目录里没有名为 \(id) 的模板。用 xinyuan catalogue list 查看。"
        case (.noSuchTemplate(let id), .en): "The catalogue has no template \(id). See `xinyuan catalogue list`."
        case (.otherTemplate(let id), .zh): "这张表的表头与模板 \(id) 不符。请核对表头，或去掉 --template 由系统识别。"
        case (.otherTemplate(let id), .en):
            "The headings are not those of template \(id). Check them, or leave out --template and let them be recognised."
        case (.noSuchSheet(let name, let there), .zh):
            "文件里没有可见的工作表“\(name)”。有的是：\(IntakeProblem.list(there))。"
        case (.noSuchSheet(let name, let there), .en):
            "The file has no visible sheet “\(name)”. There are: \(IntakeProblem.list(there))."
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty || names == [""] ? "—" : names.prefix(20).joined(separator: " | ")
    }

    private func quoted(_ seen: [String]) -> String {
        seen.isEmpty ? "—" : seen.prefix(8).joined(separator: " | ")
    }
}
