import ArgumentParser
import CreditCatalogue
import CreditModel
import CreditStoreSQLite

/// What commands share that list what waits for an officer: their options, and how the list is written.
struct WaitingList: ParsableArguments {
    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    /// Writes a list of the store: lines of text, or with `--json` one object with all its rows under a key.
    func write<Row>(
        _ rows: (SQLiteStore) async throws -> [Row],
        key: StaticString,
        empty: Bilingual,
        text: (Row, Catalogue) -> [String],
        members: (Row, inout JSONWriter) -> Void
    ) async throws {
        let catalogue = try options.load()
        let found = try await rows(stores.open(catalogue))
        if json { return Terminal.write(WaitingList.object(found, key: key, members: members)) }
        if found.isEmpty { Terminal.line(empty[options.lang]) }
        for line in found.flatMap({ text($0, catalogue) }) { Terminal.line(line) }
    }

    private static func object<Row>(
        _ rows: [Row],
        key: StaticString,
        members: (Row, inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key(key)
            json.array { json in
                for row in rows { json.object { json in members(row, &json) } }
            }
        }
        return json.bytes + [0x0A]
    }
}
