import ArgumentParser
import CreditCatalogue
import CreditModel
import CreditStore
import CreditStoreSQLite

/// `xinyuan conflicts`: rows of which nobody can yet say whom they speak of.
struct ConflictsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "待认定主体的行 / rows that wait for their subject",
        discussion: "例 / Example: xinyuan conflicts list",
        subcommands: [ListConflicts.self, ResolveConflict.self],
        defaultSubcommand: ListConflicts.self
    )
}

struct ListConflicts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出 / list them",
        discussion: "例 / Example: xinyuan conflicts list --json"
    )

    @OptionGroup var list: WaitingList

    func run() async throws {
        try await list.write(
            { try await $0.conflicts() },
            key: "conflicts",
            empty: Bilingual(zh: "没有待认定的行。", en: "No rows wait."),
            text: lines,
            members: Self.members
        )
    }

    private func lines(_ row: HeldRow, _ catalogue: Catalogue) -> [String] {
        let lang = list.options.lang
        let subject = row.act.record.subject
        let source = catalogue.departments[row.act.source]?.name[lang] ?? row.act.source
        let item = catalogue.item(row.act.record.item)?.name[lang] ?? row.act.record.item
        return [
            "\(row.sequence)  \(row.at.day.iso)  \(source)  \(item)  \(subject.name)",
            "    \(catalogue.faults[row.reason].message[lang])  (\(row.act.submission), \(row.act.row))",
            "    \(keys(subject))",
        ]
    }

    private func keys(_ subject: SubjectKeys) -> String {
        let all = [subject.creditCode?.text, subject.registrationNumber, subject.organisationCode].compactMap(\.self)
        return all.isEmpty ? (list.options.lang == .zh ? "没有任何代码" : "no code at all") : all.joined(separator: "  ")
    }

    private static func members(_ row: HeldRow, _ json: inout JSONWriter) {
        let subject = row.act.record.subject
        json.pair("number", row.sequence)
        json.pair("received", row.at.day.iso)
        json.pair("department", row.act.source)
        json.pair("item", row.act.record.item)
        json.pair("name", subject.name)
        json.pair("code", subject.creditCode?.text)
        json.pair("registrationNumber", subject.registrationNumber)
        json.pair("organisationCode", subject.organisationCode)
        json.pair("reason", row.reason.rawValue)
        json.pair("submission", row.act.submission)
        json.pair("row", row.act.row)
    }
}

struct ResolveConflict: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "认定一行说的是谁，或不予采用 / say of whom a row speaks, or refuse it",
        discussion: """
            例 / Example:
              xinyuan conflicts resolve 1042 --subject 91220402MA0TEWT1X6 --by 王某 --reason 已与登记机关核对
              xinyuan conflicts resolve 1043 --refuse --by 王某 --reason 无法认定
            """
    )

    @Argument(help: "序号 / its number")
    var number: Int64

    @Option(help: ArgumentHelp("它说的主体的统一社会信用代码 / the unified code of the subject", valueName: "CODE"))
    var subject: String?

    @Flag(help: "不予采用 / refuse it")
    var refuse = false

    @OptionGroup var officer: OfficerOptions
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func validate() throws {
        if (subject == nil) != refuse {
            throw ValidationError("用 --subject 或 --refuse，二者之一 / either --subject or --refuse")
        }
    }

    func run() async throws {
        let store = try stores.open(try options.load())
        let act = Resolution(held: number, code: subject, reason: try officer.checkedReason())
        let sequence = try await store.resolve(act, by: try officer.name(), at: Clock().instant)
        Terminal.line(options.lang == .zh ? "已办，账本序号 \(sequence)。" : "Done, ledger entry \(sequence).")
    }
}

/// Who acts and why: nothing is done without both (limit 6).
struct OfficerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("经办人姓名 / who acts", valueName: "NAME"))
    var by: String

    @Option(help: ArgumentHelp("理由 / why", valueName: "TEXT"))
    var reason: String

    /// The name, where one was given.
    func name() throws -> String {
        guard by.contains(where: { !$0.isWhitespace }) else {
            throw Failure("要写明经办人：--by 姓名。", "Say who acts: --by NAME.")
        }
        return try OfficerOptions.withoutNumbers(by)
    }

    /// The reason, where one was given, without certificate numbers (limit 8).
    func checkedReason() throws -> String {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Failure("要写明理由：--reason 文字。", "Say why: --reason TEXT.")
        }
        return try OfficerOptions.withoutNumbers(reason)
    }

    /// What is written into the ledger stays there: a certificate number must not be in it.
    private static func withoutNumbers(_ text: String) throws -> String {
        guard !CitizenNumber.stands(inQuery: text, on: Clock().instant.day) else {
            throw Failure(
                "文字里有公民身份号码，不能写入账本。请去掉号码再办。",
                "The text holds a citizen's number, which must not be written into the ledger. Leave it out."
            )
        }
        return text
    }
}
