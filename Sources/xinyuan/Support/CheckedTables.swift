import CreditCatalogue
import CreditExchange
import CreditModel

/// What would become of a file's tables.
struct CheckedTables {
    private let tables: [TableFindings]
    private let unread: [IntakeFile.UnreadTable]
    private let counts: RowCounts

    init(_ tables: [TableFindings], _ unread: [IntakeFile.UnreadTable]) {
        self.tables = tables
        self.unread = unread
        counts = tables.reduce(RowCounts()) { $0 + $1.rows }
    }

    /// Whether every row would be admitted and every table meant to be read can be.
    var isClean: Bool { counts.refused + counts.held == 0 && !unread.contains(where: \.needsAttention) }

    /// Writes the counts behind the faults; of several tables also each one's.
    func write(into json: inout JSONWriter) {
        counts.write(into: &json)
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

    /// Prints the counts for people.
    func print(_ language: Language) {
        for found in tables {
            Terminal.line(found.line(language))
            for skipped in found.skipped { Terminal.line("  " + skipped.line(language)) }
        }
        unread.print(language)
    }
}

extension TableFindings {
    fileprivate func line(_ language: Language) -> String {
        let name = table.name.isEmpty ? "" : language == .zh ? "“\(table.name)” " : "“\(table.name)”: "
        let item = table.match.item.name[language]
        switch language {
        case .zh:
            return name
                + "\(item)（\(table.match.template.id)）：\(rows.rows) 行，通过 \(rows.admitted)，拒收 \(rows.refused)，"
                + "待认定主体 \(rows.held)，有提醒 \(rows.warned)。"
        case .en:
            return name
                + "\(item) (\(table.match.template.id)): \(rows.rows) rows, \(rows.admitted) admitted, \(rows.refused) refused, "
                + "\(rows.held) wait for their subject, \(rows.warned) with warnings."
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

extension [LayoutRows.Skipped] {
    /// Writes the rows that are no records, and why; nothing where there are none.
    func write(into json: inout JSONWriter) {
        guard !isEmpty else { return }
        json.key("skipped")
        json.array { json in
            for skipped in self {
                json.object { json in
                    json.pair("rows", skipped.rows)
                    json.pair("first", skipped.first)
                    json.key("reason")
                    json.object {
                        $0.pair("zh", skipped.reason.zh)
                        $0.pair("en", skipped.reason.en)
                    }
                }
            }
        }
    }
}

extension [IntakeFile.UnreadTable] {
    /// Writes the tables that were not read, and why.
    func write(into json: inout JSONWriter) {
        json.key("unread")
        json.array { json in
            for table in self {
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

    /// Prints the tables that were not read, and why.
    func print(_ language: Language) {
        for table in self {
            Terminal.line(
                language == .zh
                    ? "  工作表“\(table.name)”\(table.message(in: .zh))"
                    : "  The sheet “\(table.name)” \(table.message(in: .en))"
            )
        }
    }
}
