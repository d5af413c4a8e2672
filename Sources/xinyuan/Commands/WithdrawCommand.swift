import ArgumentParser
import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite

/// `xinyuan withdraw RECORD`: gone from portal, answers and search at once.
struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "撤回一条记录，立即不再公示 / withdraw a record; it is shown no more at once",
        discussion: """
            例 / Example: xinyuan withdraw 1042 --by 王某 --reason 决定已撤销 --document 市监撤〔2026〕3号
            没有撤销文书时先下架，不必等到定案：不写 --document / without a document it is taken down until the case is decided
            """
    )

    @Argument(help: "记录编号 / the record's number")
    var record: Int64

    @Option(
        help: ArgumentHelp(
            "据以撤回的文书号；不写即为先行下架 / the document that withdraws it; none means a takedown",
            valueName: "NUMBER"
        )
    )
    var document: String?

    @OptionGroup var officer: OfficerOptions
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let store = try stores.open(try options.load())
        let act = Withdrawal(
            record: record,
            standing: document == nil ? .takenDown : .withdrawn,
            reason: try officer.checkedReason(),
            document: document ?? ""
        )
        let sequence = try await store.withdraw(act, by: try officer.name(), at: Clock().instant)
        switch (options.lang, document) {
        case (.zh, nil): Terminal.line("记录 \(record) 已先行下架，账本序号 \(sequence)。撤回文书下达后，带 --document 再办一次。")
        case (.zh, _): Terminal.line("记录 \(record) 已撤回，账本序号 \(sequence)。")
        case (.en, nil):
            Terminal.line(
                "Record \(record) is taken down, ledger entry \(sequence). Withdraw it with --document once it is decided."
            )
        case (.en, _): Terminal.line("Record \(record) is withdrawn, ledger entry \(sequence).")
        }
    }
}
