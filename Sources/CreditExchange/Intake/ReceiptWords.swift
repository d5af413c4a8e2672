public import CreditCatalogue
public import CreditModel
import CreditStore

extension SubmissionDesk.HandedIn {
    /// The receipts in words, line by line.
    public func lines(_ catalogue: Catalogue, _ language: Language) -> [String] {
        outcomes.flatMap { $0.lines(catalogue, language) }
    }
}

extension SubmissionDesk.Outcome {
    /// The receipt in words: its number, what became of the rows, where they stand in the ledger, and whether it is a repetition.
    public func lines(_ catalogue: Catalogue, _ language: Language) -> [String] {
        language == .zh ? chinese(catalogue) : english(catalogue)
    }

    private var numbers: String { receipt.sealSequence.map { "\(receipt.firstSequence ?? $0)–\($0)" } ?? "—" }

    private func names(_ catalogue: Catalogue, _ language: Language) -> (department: String, item: String) {
        (
            catalogue.departments[receipt.source]?.name[language] ?? receipt.source,
            catalogue.item(receipt.item)?.name[language] ?? receipt.item
        )
    }

    private func chinese(_ catalogue: Catalogue) -> [String] {
        let counts = receipt.counts
        let names = names(catalogue, .zh)
        var lines = table.isEmpty ? [] : ["工作表“\(table)”"]
        lines += [
            "回执 \(receipt.submission)　\(names.department)　\(names.item)　\(receipt.receivedOn.written.zh)收到",
            "  共 \(counts.rows) 行：新增 \(counts.added)，更正 \(counts.replaced)，原已有 \(counts.unchanged)，"
                + "待认定主体 \(counts.held)，拒收 \(counts.refused)；有提醒 \(counts.warned)，迟报 \(counts.late)。",
            "  账本序号 \(numbers)",
        ]
        lines += skipped.map { "  " + $0.line(.zh) }
        guard let repeats else { return lines }
        return lines + ["  这个文件已于 \(repeats.receivedOn.written.zh) 报过（回执 \(repeats.submission)），没有变化。"]
    }

    private func english(_ catalogue: Catalogue) -> [String] {
        let counts = receipt.counts
        let names = names(catalogue, .en)
        var lines = table.isEmpty ? [] : ["Sheet “\(table)”"]
        lines += [
            "Receipt \(receipt.submission)  \(names.department)  \(names.item)  received \(receipt.receivedOn.written.en)",
            "  \(counts.rows) rows: \(counts.added) new, \(counts.replaced) corrected, \(counts.unchanged) held already, "
                + "\(counts.held) wait for their subject, \(counts.refused) refused; \(counts.warned) warned, \(counts.late) late.",
            "  Ledger entries \(numbers)",
        ]
        lines += skipped.map { "  " + $0.line(.en) }
        guard let repeats else { return lines }
        return lines + [
            "  This file was received on \(repeats.receivedOn.written.en) (receipt \(repeats.submission)); nothing changed."
        ]
    }
}
