import ArgumentParser
import CreditCatalogue
import CreditModel

/// `xinyuan catalogue`: the law as data.
struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "信用信息目录 / the catalogue",
        discussion: "例 / Example: xinyuan catalogue show penalty",
        subcommands: [
            CheckCatalogue.self, ListCatalogue.self, ShowCatalogue.self, CoverageCatalogue.self,
        ],
        defaultSubcommand: ListCatalogue.self
    )
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
            let clauses = item.clauses.joined(separator: ", ")
            let notes = ItemNotes(item).words[options.lang]
            Terminal.line("\(item.id)  \(item.name[options.lang])  [\(clauses)]\(notes)")
            for template in item.templates { Terminal.line("    \(template.id)  \(template.name[options.lang])") }
        }
        Terminal.line(options.lang == .zh ? "\n报送部门" : "\nSource departments")
        for department in catalogue.departments.all where department.isSource {
            Terminal.line("  \(department.id)  \(department.name[options.lang])")
        }
    }
}
