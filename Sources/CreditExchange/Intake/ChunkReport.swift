import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore

/// Tells of a chunk what only the store could know, where the sender was not told already.
struct ChunkReport {
    private let subjectColumn: String
    private let documentColumn: String
    private let kinds: Bilingual
    private let today: Day
    private let listener: SubmissionDesk.Listener

    /// Reports on the chunks of one file.
    init(_ intake: Intake, on today: Day, _ listener: SubmissionDesk.Listener) {
        let item = intake.match.item
        subjectColumn = item.roles.creditCode.flatMap { item.field($0)?.heading } ?? ""
        documentColumn = intake.documentColumn
        kinds = AllowedKinds(item).names
        self.today = today
        self.listener = listener
    }

    /// Rows that no organisation or two have the number of, or one of a kind that the item is not about, and numbers that another record has, written otherwise.
    func report(_ outcome: ChunkOutcome, _ filled: ChunkFiller.Filled) {
        let held = outcome.held.filter { !filled.toldToWait.contains($0.key) }
            .map { Fault(row: $0.key, column: subjectColumn, value: "", code: $0.value) }
        let near = outcome.near.filter { !filled.toldNear.contains($0.key) }.map { fault($0.key, $0.value) }
        let refused = outcome.refused.map {
            Fault(row: $0.key, column: subjectColumn, value: "", code: $0.value, detail: kinds)
        }
        guard !held.isEmpty || !near.isEmpty || !refused.isEmpty else { return }
        listener.faults((held + near + refused).sorted { $0.row < $1.row })
    }

    private func fault(_ row: Int, _ near: NearNumber) -> Fault {
        let other = PersonalText.shown(near.other, on: CitizenNumber.everyDay)
        return Fault(
            row: row,
            column: documentColumn,
            value: PersonalText.shown(near.sent, on: CitizenNumber.everyDay),
            code: .documentNearDuplicate,
            detail: Bilingual(zh: "已有记录 \(near.record) 的“\(other)”", en: "“\(other)” of record \(near.record)")
        )
    }
}
