public import CreditCatalogue
public import CreditModel

/// What came of a check as JSON; the same from the command line and from the API.
public struct CheckedJSON: Sendable {
    private let table: FaultTable
    private let language: Language

    /// JSON whose messages are in a language.
    public init(_ table: FaultTable, _ language: Language) {
        self.table = table
        self.language = language
    }

    /// Writes one fault of a table, whose name is empty where the file has but one.
    public func write(_ fault: Fault, in sheet: String, into json: inout JSONWriter) {
        FaultLines.write(fault, in: sheet, by: table, language, into: &json)
    }

    /// Writes the counts behind the faults: of the file, of each table, and the tables that were not read.
    public static func writeCounts(
        _ tables: [TableFindings],
        _ unread: [IntakeFile.UnreadTable],
        into json: inout JSONWriter
    ) {
        tables.reduce(RowCounts()) { $0 + $1.rows }.write(into: &json)
        if let first = tables.first {
            json.pair("item", first.table.match.item.id)
            json.pair("template", first.table.match.template.id)
        }
        json.key("tables")
        json.array { json in
            for found in tables {
                json.object { json in
                    json.pair("name", found.table.name)
                    json.pair("item", found.table.match.item.id)
                    json.pair("template", found.table.match.template.id)
                    json.pair("headingRow", found.table.headingRow)
                    found.rows.write(into: &json)
                    found.skipped.write(into: &json)
                }
            }
        }
        unread.write(into: &json)
    }
}

extension RowCounts {
    fileprivate func write(into json: inout JSONWriter) {
        json.pair("rows", rows)
        json.pair("admitted", admitted)
        json.pair("refused", refused)
        json.pair("queued", held)
        json.pair("warned", warned)
    }
}
