import ArgumentParser
import CreditCatalogue
import CreditModel
import LibCrypto

/// `xinyuan catalogue`: the law as data.
struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "信用信息目录 / the catalogue",
        discussion: "例 / Example: xinyuan catalogue show penalty",
        subcommands: [CheckCatalogue.self, ListCatalogue.self, ShowCatalogue.self],
        defaultSubcommand: ListCatalogue.self
    )
}

struct CheckCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查目录，逐处说明 / check the catalogue and say what is wrong where",
        discussion: "例 / Example: xinyuan catalogue check --catalogue ./catalogue"
    )

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        let years = catalogue.calendar.years.keys.sorted()
        let span = years.first.map { "\($0)–\(years.last ?? $0)" } ?? "—"
        let digest = Hex.encode(catalogue.digest.prefix(8))
        Terminal.line(
            options.lang == .zh
                ? "目录没有问题：事项 \(catalogue.items.count)，部门和机关 \(catalogue.departments.all.count)，日历 \(span)，摘要 \(digest)。"
                : "The catalogue is sound: \(catalogue.items.count) items, \(catalogue.departments.all.count) departments and "
                    + "authorities, calendars \(span), digest \(digest)."
        )
    }
}

struct ListCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出事项、模板和部门 / list items, layouts and departments",
        discussion: "例 / Example: xinyuan catalogue list"
    )

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        for item in catalogue.items {
            var note = ""
            if case .withdrawn(let ground) = item.standing {
                note = (options.lang == .zh ? "　已停止归集：" : "  withdrawn: ") + ground[options.lang]
            }
            Terminal.line("\(item.id)  \(item.name[options.lang])\(note)")
            for template in item.templates { Terminal.line("    \(template.id)  \(template.name[options.lang])") }
        }
        Terminal.line(options.lang == .zh ? "\n报送部门" : "\nSource departments")
        for department in catalogue.departments.all where department.isSource {
            Terminal.line("  \(department.id)  \(department.name[options.lang])")
        }
    }
}

struct ShowCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "一个事项的全部规定 / everything that governs an item",
        discussion: "例 / Example: xinyuan catalogue show penalty"
    )

    @Argument(help: "事项 / the item")
    var item: String

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        guard let item = catalogue.item(item) else {
            throw Failure("目录里没有事项 \(self.item)。", "The catalogue has no item \(self.item).")
        }
        let language = options.lang
        let words: (String, String) -> String = { language == .zh ? $0 : $1 }
        Terminal.line("\(item.name[language])（\(item.id)）")
        Terminal.line("  " + item.purpose[language])
        if case .withdrawn(let ground) = item.standing {
            Terminal.line("  " + words("已停止归集：", "withdrawn: ") + ground[language])
        }
        Terminal.line("  " + words("计划条款 ", "clauses of the plan ") + item.clauses.joined(separator: ", "))
        for basis in item.legalBasis {
            let pending = basis.isPending ? words("（待核实）", " (pending)") : ""
            Terminal.line("  " + words("依据 ", "basis ") + basis.title[language] + pending)
        }
        let sources = item.sourceDepartments.compactMap { catalogue.departments[$0]?.name[language] }
        Terminal.line(
            "  " + words("来源 ", "sources ")
                + (sources.isEmpty ? words("各报送部门", "any source department") : sources.joined(separator: ", "))
        )
        Terminal.line("  " + words("公示方式 ", "publication ") + item.publication.rawValue)
        for field in item.fields {
            let mark = field.requirement == .required ? "*" : " "
            let name = words(field.heading, "\(field.label) (\(field.heading))")
            Terminal.line(
                "  \(mark) \(name)  ≤\(field.maxLength)  \(field.disclosure.rawValue)  \(field.meaning[language])"
            )
        }
    }
}
