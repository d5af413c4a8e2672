public import CreditModel
import CreditStore

extension SubmissionDesk.HandedIn {
    /// Whether every row was admitted and every table meant to be read was.
    public var isClean: Bool { counts.refused + counts.held == 0 && !unread.contains(where: \.needsAttention) }

    /// Writes counts and receipts as members of an object: `receipt` is the first table's, `receipts` are all.
    public func write(into json: inout JSONWriter) {
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
            skipped.write(into: &json)
        }
    }
}

extension IntakeFile.UnreadTable {
    /// The table and why it was not read, in a line.
    public func line(_ language: Language) -> String {
        language == .zh ? "  工作表“\(name)”\(message(in: .zh))" : "  The sheet “\(name)” \(message(in: .en))"
    }
}

extension [IntakeFile.UnreadTable] {
    /// Writes the tables that were not read, and why, as a member of an object.
    public func write(into json: inout JSONWriter) {
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
}
