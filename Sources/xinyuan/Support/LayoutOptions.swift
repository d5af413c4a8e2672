import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel

/// How a department's own export is to be read; `check` and `submit` have them.
struct LayoutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "部门自己导出的表：报送样式的编号，见 xinyuan layout list / a department's own export: the layout's id",
            valueName: "LAYOUT"
        )
    )
    var layout: String?

    @Option(
        help: ArgumentHelp(
            "表里没有、样式要求说明的：字段=值，可写几次 / what the layout asks for and no column holds, may be repeated",
            valueName: "FIELD=VALUE"
        )
    )
    var give: [String] = []

    func validate() throws {
        for pair in give where pair.firstIndex(of: "=").map({ $0 > pair.startIndex }) != true {
            throw ValidationError("--give 写成 字段=值，收到的是 \(pair) / write --give FIELD=VALUE; this is \(pair)")
        }
    }

    /// What was given, by field id.
    var given: [String: String] {
        let pairs = give.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }, uniquingKeysWith: { _, last in last })
    }

    /// The files in their parts; a layout named that the catalogue does not have is said at once.
    func together(_ files: [String], _ catalogue: Catalogue, _ department: Department?) throws -> FilesTogether {
        if let layout, catalogue.layout(layout) == nil { throw LayoutProblem.noSuchLayout(layout) }
        return try FilesTogether(files, catalogue: catalogue, layout: layout, department: department)
    }
}
