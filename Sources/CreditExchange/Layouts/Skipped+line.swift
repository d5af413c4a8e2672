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
