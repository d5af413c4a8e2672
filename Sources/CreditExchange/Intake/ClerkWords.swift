public import CreditModel

extension IntakeProblem {
    /// What is wrong and what to do, for a clerk before the drop folder or the portal, who has no command line.
    ///
    /// It points to the portal's blank forms, to folders that are named after an item, and to a ZIP where two files belong
    /// together; whatever needs no command line is said as `message(in:)` says it.
    public var clerkMessage: Bilingual {
        switch self {
        case .unknownLayout(let seen):
            let words = seen.isEmpty ? "—" : seen.prefix(8).joined(separator: " | ")
            return Bilingual(
                zh: "前二十行里没有找到认识的表头。看到的是：\(words)。请核对表头，或者从门户的“信用目录”页取空白报送表来填；\(Self.naming.zh)",
                en:
                    "No known headings in the first twenty rows. Seen: \(words). Check the headings, or fill in a blank form from "
                    + "the portal's page “Catalogue”. \(Self.naming.en)"
            )
        case .noSuchTemplate(let id):
            return Bilingual(
                zh: "目录里没有编号为 \(id) 的事项、模板或报送样式。编号见门户的“信用目录”页。",
                en:
                    "The catalogue has no item, template or layout \(id). The ids stand on the portal's page “Catalogue”."
            )
        case .otherTemplate(let id): return Self.other(id)
        case .layout(let problem): return problem.clerkMessage
        case .sheet, .noSuchSheet: return Bilingual(zh: message(in: .zh), en: message(in: .en))
        }
    }

    /// How a clerk says which item a file is of.
    private static let naming = Bilingual(
        zh: "也可以指明事项：放进本部门文件夹里以事项编号命名的子文件夹，或在“查验表格”页的“更多”里选。",
        en:
            "You can also say which item it is: put it into a folder named after the item's id within your department's, or "
            + "choose it under “More” on the check page."
    )

    /// The headings are not those of what the sender named.
    fileprivate static func other(_ id: String) -> Bilingual {
        Bilingual(
            zh: "这张表的表头与 \(id) 不符。请核对表头；也可以不指明，由平台识别：直接放进本部门的文件夹，或在“查验表格”页不选事项。",
            en:
                "The headings are not those of \(id). Check them, or let them be recognised: put the file into your department's "
                + "folder itself, or choose no item on the check page."
        )
    }
}

extension LayoutProblem {
    /// The same for what a layout cannot make records of.
    fileprivate var clerkMessage: Bilingual {
        switch self {
        case .incomplete(let id, let headings):
            let words = headings.prefix(12).joined(separator: " | ")
            return Bilingual(
                zh: "按 \(id) 的样式，还要一张有这些列的表：\(words)。请把两个文件打成一个 ZIP 再放入或上传。",
                en:
                    "The layout \(id) needs another table, with these columns: \(words). Put both files into one ZIP and hand that in."
            )
        case .otherLayout(let id, let missing):
            let words = missing.isEmpty ? "—" : missing.prefix(12).joined(separator: " | ")
            let other = IntakeProblem.other(id)
            return Bilingual(
                zh: "\(other.zh)最接近的一张表缺少这些列：\(words)。",
                en: "\(other.en) The nearest table lacks these columns: \(words)."
            )
        case .noSuchLayout(let id): return IntakeProblem.noSuchTemplate(id).clerkMessage
        default: return Bilingual(zh: message(in: .zh), en: message(in: .en))
        }
    }
}
