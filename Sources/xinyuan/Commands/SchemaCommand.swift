import ArgumentParser
import CreditStore

/// `xinyuan schema`: the tables and statements, for tests and for whoever looks after a database.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "表结构和全部语句 / the tables and every statement",
        discussion: "例 / Example: xinyuan schema --dialect postgres",
        shouldDisplay: false
    )

    @Option(help: ArgumentHelp("sqlite 或 postgres / the dialect", valueName: "sqlite|postgres"))
    var dialect = Dialect.sqlite

    @Flag(help: "逐条 PREPARE 全部语句 / every statement as a PREPARE")
    var statements = false

    /// The two databases, as they are named on the command line.
    enum Dialect: String, ExpressibleByArgument {
        case sqlite
        case postgres
    }

    func run() throws {
        guard !statements else {
            for statement in NamedSQL.all {
                let text = statement.text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
                    .joined(separator: " ")
                Terminal.line("PREPARE \"\(statement.name)\" AS \(text);")
            }
            return
        }
        for statement in Schema.statements(for: dialect == .postgres ? .postgres : .sqlite) {
            Terminal.line(statement + ";")
        }
    }
}
