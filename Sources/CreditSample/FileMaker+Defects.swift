import CreditCatalogue
import CreditModel

extension FileMaker {
    /// Brings a defect that refuses it into a row, where none is refused yet.
    mutating func refuse(
        _ drafts: inout [RowDraft],
        _ speller: Speller,
        _ stream: Stream,
        _ soiler: Soiler,
        _ random: inout RandomSource
    ) {
        let table = catalogue.faults
        let isRefused = { (draft: RowDraft) in draft.allFaults.contains { table[$0.code].severity == .refuse } }
        guard let last = drafts.indices.last, !drafts.contains(where: isRefused) else { return }
        var fresh = draft(drafts[last].record, speller, stream, soiler.received, &random)
        for defect in random.shuffled(Defect.ofRows) where !isRefused(fresh) {
            _ = soiler.spoil(&fresh, defect, &random)
        }
        drafts[last] = fresh
    }

    /// Brings one defect into a row, sometimes two or three.
    mutating func spoil(_ draft: inout RowDraft, _ soiler: Soiler, _ random: inout RandomSource) {
        let wanted = random.chance(0.8) ? 1 : random.chance(0.75) ? 2 : 3
        var found = 0
        if let due = pending.first(where: { !$0.isOfDay && soiler.spoil(&draft, $0, &random) }) {
            pending.removeAll { $0 == due }
            guard !due.standsAlone else { return }
            found = 1
        }
        for _ in 0..<24 where found < wanted {
            guard let defect = random.choose(Defect.ofRows), found == 0 || !defect.standsAlone,
                soiler.spoil(&draft, defect, &random)
            else { continue }
            found += 1
            if defect.standsAlone { return }
        }
    }

    mutating func settle(_ fault: FaultCode) {
        pending.removeAll { $0.isOfDay && $0.code == fault }
    }
}
