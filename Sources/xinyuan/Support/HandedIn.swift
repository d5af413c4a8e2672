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
        CheckedJSON.write(unread, into: &json)
    }

    /// Prints the receipts for people.
    func print(_ catalogue: Catalogue, _ language: Language) {
        for line in lines(catalogue, language) { Terminal.line(line) }
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
}
