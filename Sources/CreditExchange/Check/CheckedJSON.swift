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
        let entry = table[fault.code]
        json.object { json in
            if !sheet.isEmpty { json.pair("sheet", sheet) }
            json.pair("row", fault.row)
            json.pair("column", fault.column)
            json.pair("value", fault.value)
            json.pair("code", fault.code.rawValue)
            json.pair("severity", entry.severity.rawValue)
            json.pair("message", table.message(for: fault, in: language))
            json.pair("rule", entry.rule[language])
            json.pair("remedy", table.remedy(for: fault, in: language))
        }
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
                }
            }
        }
        write(unread, into: &json)
    }

    /// Writes the tables that were not read, and why.
    public static func write(_ unread: [IntakeFile.UnreadTable], into json: inout JSONWriter) {
        json.key("unread")
        json.array { json in
            for table in unread {
                json.object { json in
                    json.pair("name", table.name)
                    json.key("reason")
                    json.object {
                        $0.pair("zh", table.message(in: .zh))
                        $0.pair("en", table.message(in: .en))
                    }
                }
            }
        }
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
