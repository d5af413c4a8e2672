import CreditCatalogue
import CreditExchange
import CreditFiles
import CreditModel
import CreditSearch
import CreditStore

/// What every page draws on; one for the whole portal.
final class Backstage: Sendable {
    let catalogue: Catalogue
    let store: any CreditReader
    let desk: FileDesk
    let search: NameSearch
    let checks: CheckDesk
    let templates: TemplateShelf
    let assets: Assets
    /// Takes names of organisations apart.
    let parser: NameParser
    /// English for the words of code lists.
    let english: [String: String]
    private let clock: @Sendable () -> Instant
    private let edition: String

    init(
        catalogue: Catalogue,
        store: any CreditReader,
        desk: FileDesk,
        search: NameSearch,
        checks: CheckDesk,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.catalogue = catalogue
        self.store = store
        self.desk = desk
        self.search = search
        self.checks = checks
        templates = TemplateShelf(catalogue)
        self.clock = clock
        assets = Assets()
        parser = NameParser(catalogue.names, city: catalogue.city)
        // In the order of the lists' ids, so that a word of several lists reads the same after every start.
        english = Dictionary(
            catalogue.codeLists.values.sorted { $0.id < $1.id }.flatMap(\.values).map { ($0.text, $0.english) },
            uniquingKeysWith: { first, _ in first }
        )
        // A newer program may write pages differently from the same facts, so its tags must differ too.
        edition = String(clock().microseconds, radix: 36) + "-" + String(catalogue.shortDigest)
    }

    var now: Instant { clock() }

    /// The tag of everything that follows from a ledger of that size, on that day, under this catalogue and program.
    ///
    /// It is one
    /// per address, so language, code and `on` need not stand in it.
    func tag(_ head: LedgerHead, today: Day) -> String { tag(size: head.size, today) }

    /// The tag of what a search found: of the ledger as far as the search knew it, so that nobody keeps what it did not know.
    func tag(_ head: LedgerHead, _ outcome: SearchOutcome, today: Day) -> String {
        tag(size: min(head.size, outcome.ledgerSize ?? head.size), today)
    }

    private func tag(size: Int64, _ today: Day) -> String { "\"\(size)-\(today.number)-\(edition)\"" }

    /// The tag of what follows from the catalogue alone on a day.
    func tag(today: Day) -> String { "\"\(today.number)-\(edition)\"" }
}

extension Catalogue {
    /// The first eight digits of its digest.
    var shortDigest: String {
        digest.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
