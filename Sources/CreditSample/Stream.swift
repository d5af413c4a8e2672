import CreditCatalogue
import CreditModel

/// What one department sends of one item throughout the year.
struct Stream: Sendable {
    let plan: SheetPlan
    let maker: RecordMaker
    let source: Department
    let kind: SampleFile.Kind
    /// The organisations it registers, where it is a register.
    var register: [SampleOrganisation] = []
    var serial = 0
    var previous: Day?
    /// Clean records that a later file may correct.
    var recent: [SampleRecord] = []

    init(_ plan: SheetPlan, _ source: Department, _ kind: SampleFile.Kind, _ catalogue: Catalogue, _ offices: Offices) {
        self.plan = plan
        self.source = source
        self.kind = kind
        maker = RecordMaker(plan, source, catalogue, offices)
    }
}

/// A file that is to be made.
struct PlannedFile: Sendable {
    let stream: Int
    let received: Day
    let rows: Int
    /// For registers: which of their organisations it holds.
    let part: Range<Int>
}
