import CreditCatalogue
import CreditExchange
import CreditModel
import CreditStore

extension SubmissionDesk.HandedIn {
    /// Whether every row was admitted and every table meant to be read was.
    var isClean: Bool { counts.refused + counts.held == 0 && !unread.contains(where: \.needsAttention) }

    /// Writes counts and receipts behind the faults: `receipt` is the first table's, `receipts` are all.
    func write(into json: inout JSONWriter) {
        let counts = counts
        json.pair("rows", counts.rows)
        json.pair("admitted", counts.admitted)
        json.pair("refused", counts.refused)
        json.pair("queued", counts.held)
        json.pair("warned", counts.warned)
        if let first = outcomes.first {
            json.key("receipt")
            first.write(into: &json)
        }
        json.key("receipts")
        json.array { json in for outcome in outcomes { outcome.write(into: &json) } }
        unread.write(into: &json)
    }

    /// Prints the receipts for people.
    func print(_ catalogue: Catalogue, _ language: Language) {
        for outcome in outcomes { outcome.print(catalogue, language) }
        unread.print(language)
    }
}

extension SubmissionDesk.Outcome {
    fileprivate func write(into json: inout JSONWriter) {
        let counts = receipt.counts
        json.object { json in
            if !table.isEmpty { json.pair("sheet", table) }
            json.pair("submission", receipt.submission)
            json.pair("department", receipt.source)
            json.pair("item", receipt.item)
            json.pair("received", receipt.receivedOn.iso)
            json.pair("added", counts.added)
            json.pair("replaced", counts.replaced)
            json.pair("unchanged", counts.unchanged)
            json.pair("late", counts.late)
            json.key("sequence")
            json.object { json in
                json.key("first")
                if let first = receipt.firstSequence { json.integer(first) } else { json.null() }
                json.key("seal")
                if let seal = receipt.sealSequence { json.integer(seal) } else { json.null() }
            }
            json.pair("sealed", receipt.sealedAt.iso)
            json.pair("repeats", repeats?.submission)
        }
    }

    fileprivate func print(_ catalogue: Catalogue, _ language: Language) {
        let counts = receipt.counts
        let item = catalogue.item(receipt.item)?.name[language] ?? receipt.item
        let department = catalogue.departments[receipt.source]?.name[language] ?? receipt.source
        let numbers = receipt.sealSequence.map { "\(receipt.firstSequence ?? $0)–\($0)" } ?? "—"
        switch language {
        case .zh:
            if !table.isEmpty { Terminal.line("工作表“\(table)”") }
            Terminal.line("回执 \(receipt.submission)　\(department)　\(item)　\(receipt.receivedOn.written.zh)收到")
            Terminal.line(
                "  共 \(counts.rows) 行：新增 \(counts.added)，更正 \(counts.replaced)，原已有 \(counts.unchanged)，"
                    + "待认定主体 \(counts.held)，拒收 \(counts.refused)；有提醒 \(counts.warned)，迟报 \(counts.late)。"
            )
            Terminal.line("  账本序号 \(numbers)")
            if let repeats {
                Terminal.line("  这个文件已于 \(repeats.receivedOn.written.zh) 报过（回执 \(repeats.submission)），没有变化。")
            }
        case .en:
            if !table.isEmpty { Terminal.line("Sheet “\(table)”") }
            Terminal.line(
                "Receipt \(receipt.submission)  \(department)  \(item)  received \(receipt.receivedOn.written.en)"
            )
            Terminal.line(
                "  \(counts.rows) rows: \(counts.added) new, \(counts.replaced) corrected, \(counts.unchanged) held already, "
                    + "\(counts.held) wait for their subject, \(counts.refused) refused; \(counts.warned) warned, \(counts.late) late."
            )
            Terminal.line("  Ledger entries \(numbers)")
            if let repeats {
                Terminal.line(
                    "  This file was received on \(repeats.receivedOn.written.en) (receipt \(repeats.submission)); nothing changed."
                )
            }
        }
    }
}
