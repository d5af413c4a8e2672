public import CreditModel

extension LayoutRows.Skipped {
    /// How many rows were left out, and why.
    public func line(_ language: Language) -> String {
        switch language {
        case .zh: "跳过 \(rows) 行（第 \(first) 行起）：\(reason.zh)。"
        case .en: "\(rows) rows left out (from row \(first) on): \(reason.en)."
        }
    }
}

extension [LayoutRows.Skipped] {
    /// Writes the rows that are no records, and why, as a member of an object; nothing where there are none.
    public func write(into json: inout JSONWriter) {
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
