import CreditCatalogue
import CreditStore
import GRDB

/// Folds the entries of a store anew where the catalogue restricts other items than it did: what a restricted record says of its
/// organisation, its name above all, must not be told, and what one said that is restricted no more may be.
///
/// Everything else that depends on the catalogue stands in the days shown, which are derived anew without the entries.
struct Refold {
    let catalogue: Catalogue
    let press: EntryPress

    /// Folds anew where there is a record of an item that is restricted now and was not, or the other way round.
    ///
    /// - Complexity: a few look-ups; one pass over all entries where it has to be done.
    func run(_ database: Database) throws {
        var before: Set<String> = []
        try Query(.foldedItems, database).each { before.insert($0.text(0)) }
        let now = Set(catalogue.items.map(\.id).filter { !catalogue.isRestricted(item: $0) })
        guard before != now else { return }
        for item in before.symmetricDifference(now) where try hasRecords(of: item, database) {
            try foldAnew(database)
            break
        }
        try Query(.emptyFoldedItems, database).run()
        for item in now.sorted() { try Query(.insertFoldedItem, database).run(.text(item)) }
    }

    private func hasRecords(of item: String, _ database: Database) throws -> Bool {
        try Query(.anyRecordOfItem, database).first(.text(item)) { _ in true } ?? false
    }

    private func foldAnew(_ database: Database) throws {
        for sql in NamedSQL.unfold { try Query(sql, database).run() }
        let fold = try Fold(database, catalogue: catalogue, press: press)
        var last: Int64 = 0
        while true {
            var entries: [(sequence: Int64, entry: Entry)] = []
            try Query(.entriesFrom, database)
                .each(.integer(last), .integer(2000)) { row in
                    entries.append((row.integer(0), try row.withBytes(2) { try Entry(content: $0) }))
                }
            guard let end = entries.last else { return }
            for (sequence, entry) in entries { try fold.apply(entry, sequence: sequence) }
            last = end.sequence
        }
    }
}
