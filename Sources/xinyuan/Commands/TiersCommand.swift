public import ArgumentParser
public import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite

/// `xinyuan tiers`: penalties that are not shown since nobody has determined their tier (limit 10).
struct TiersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiers",
        abstract: "待定级、暂不公示的处罚 / penalties not shown until their tier is determined",
        discussion: "例 / Example: xinyuan tiers list",
        subcommands: [ListTiers.self, DecideTier.self],
        defaultSubcommand: ListTiers.self
    )
}

struct ListTiers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出 / list them",
        discussion: "例 / Example: xinyuan tiers list --json"
    )

    @OptionGroup var list: WaitingList

    func run() async throws {
        try await list.write(
            { try await $0.undeterminedTiers() },
            key: "records",
            empty: Bilingual(zh: "没有待定级的记录。", en: "No records wait for a tier."),
            text: lines,
            members: Self.members
        )
    }

    private func lines(_ stored: StoredRecord, _ catalogue: Catalogue) -> [String] {
        let record = stored.facts.record
        let source = catalogue.departments[stored.source]?.name[list.options.lang] ?? stored.source
        let number = record.bearing.document?.number ?? "—"
        return ["\(stored.id)  \(record.decidedOn.iso)  \(source)  \(number)  \(record.subject.name)"]
    }

    private static func members(_ stored: StoredRecord, _ json: inout JSONWriter) {
        json.pair("record", stored.id)
        json.pair("decided", stored.facts.record.decidedOn.iso)
        json.pair("department", stored.source)
        json.pair("item", stored.facts.record.item)
        json.pair("document", stored.facts.record.bearing.document?.number)
        json.pair("name", stored.facts.record.subject.name)
    }
}

struct DecideTier: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "定级 / decide a tier",
        discussion: "例 / Example: xinyuan tiers decide 1042 --tier general --by 王某 --reason 罚款数额较大，市局会商意见"
    )

    @Argument(help: "记录编号 / the record's number")
    var record: Int64

    @Option(help: ArgumentHelp("轻微 minor、一般 general、严重 serious / the tier", valueName: "minor|general|serious"))
    var tier: Tier

    @OptionGroup var officer: OfficerOptions
    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let store = try stores.open(try options.load())
        let act = TierDecision(record: record, tier: tier, reason: try officer.checkedReason())
        let sequence = try await store.decide(act, by: try officer.name(), at: Clock().instant)
        Terminal.line(options.lang == .zh ? "已定级，账本序号 \(sequence)。" : "Decided, ledger entry \(sequence).")
    }
}

extension Tier: ExpressibleByArgument {}
