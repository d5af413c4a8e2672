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
    func write(into json: inout JSONWriter) { CheckedJSON.writeCounts(tables, unread, into: &json) }

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

extension [IntakeFile.UnreadTable] {
    /// Prints the tables that were not read, and why.
    func print(_ language: Language) {
        for table in self { Terminal.line(table.line(language)) }
    }
}
