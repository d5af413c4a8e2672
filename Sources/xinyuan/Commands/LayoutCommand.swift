import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import Foundation

/// `xinyuan layout`: how departments' own exports are read.
struct LayoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout",
        abstract: "部门自有导出表的报送样式 / layouts of departments' own exports",
        discussion: "例 / Example: xinyuan layout suggest 许可.csv 企业名册.csv",
        subcommands: [ListLayouts.self, ShowLayout.self, SuggestLayout.self],
        defaultSubcommand: ListLayouts.self
    )
}

struct ListLayouts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出目录里的报送样式 / list the layouts of the catalogue",
        discussion: "例 / Example: xinyuan layout list --catalogue examples/catalogues/yanjiang"
    )

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        let language = options.lang
        for layout in catalogue.layouts {
            let item = layout.item.flatMap { catalogue.item($0)?.name[language] }
            let what = item ?? (language == .zh ? "不是信用记录" : "no credit record")
            Terminal.line("\(layout.id)  \(layout.name[language])  → \(what)")
        }
        guard catalogue.layouts.isEmpty else { return }
        Terminal.line(
            language == .zh
                ? "目录里没有报送样式（layouts/）。用 xinyuan layout suggest 文件 拟一份。"
                : "The catalogue has no layouts (layouts/). Draft one with `xinyuan layout suggest FILE`."
        )
    }
}

struct ShowLayout: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "一个报送样式怎样读 / how a layout is read",
        discussion: "例 / Example: xinyuan layout show env-permits --catalogue examples/catalogues/yanjiang"
    )

    @Argument(help: "报送样式 / the layout")
    var layout: String

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        guard let layout = catalogue.layout(layout) else { throw LayoutProblem.noSuchLayout(self.layout) }
        for line in LayoutWords(layout, catalogue, options.lang).lines { Terminal.line(line) }
    }
}

struct SuggestLayout: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "看表头和内容，拟一份报送样式 / draft a layout from headings and cells",
        discussion: """
            例 / Example:
              xinyuan layout suggest 导出.xlsx --out draft.yaml
              xinyuan layout suggest 许可.csv 企业名册.csv       相互对照的一起给 / files that belong together

            草稿要人核对，放进目录的 layouts/ 才生效 / a draft is for a person to go through; it counts once it is in layouts/
            退出码 / Exit codes: 0 有草稿 a draft · 1 不像目录里的事项 like no item · 2 读不了 unreadable
            """
    )

    @Argument(help: "表格文件，可以几个 / tables, one file or several")
    var files: [String]

    @Option(help: ArgumentHelp("只按这一事项拟 / for this item", valueName: "ITEM"))
    var item: String?

    @Option(help: ArgumentHelp("写到文件，默认写到屏幕 / the file to write; the screen by default", valueName: "FILE"))
    var out: String?

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        let wanted = try item.map { id in
            guard let item = catalogue.item(id) else {
                throw Failure(
                    "目录里没有事项 \(id)。用 xinyuan catalogue list 查看。",
                    "The catalogue has no item \(id). See `xinyuan catalogue list`."
                )
            }
            return item
        }
        let set = try TableSet(paths: files)
        switch try LayoutSuggestion.make(set, catalogue: catalogue, item: wanted, today: Clock().instant.day) {
        case .draft(let draft): try write(draft.yaml(id: id, in: options.lang))
        case .none(let grounds):
            Terminal.line(
                options.lang == .zh ? "看不出这是目录里的哪个事项：" : "This looks like no item of the catalogue:"
            )
            for ground in grounds { Terminal.line("  - " + ground[options.lang]) }
            Terminal.line(
                options.lang == .zh
                    ? "如果它本来就不是信用记录，可以写一个 notARecord 样式说明理由；否则用 --item 指明事项再试。"
                    : "If it is no credit record, a layout with notARecord says so and why; otherwise try again with --item."
            )
            throw ExitCode(1)
        }
    }

    /// An id from the file's name: letters and digits of it, else a word.
    private var id: String {
        let name = URL(fileURLWithPath: files.first ?? "").deletingPathExtension().lastPathComponent.lowercased()
        let plain = name.unicodeScalars.map {
            $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) ? Character($0) : "-"
        }
        let words = String(plain).split(separator: "-").joined(separator: "-")
        return words.isEmpty ? "own-export" : words
    }

    private func write(_ text: String) throws {
        guard let out else { return Terminal.write(text) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: out))
        let doubts = text.split(separator: "\n").count { $0.contains("# 疑问：") || $0.contains("# doubt:") }
        Terminal.line(options.lang == .zh ? "\(out)：疑问 \(doubts) 处。" : "\(out): \(doubts) doubts.")
    }
}
