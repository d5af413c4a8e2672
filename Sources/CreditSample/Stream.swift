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
    /// The days whose decisions it may send.
    let regime: Regime
    /// Whom its records may be about, as places in the population; empty until its first file.
    var pool: [Int] = []
    /// What its records so far are known by.
    var keys: Set<String> = []

    init(_ plan: SheetPlan, _ source: Department, _ kind: SampleFile.Kind, _ catalogue: Catalogue, _ offices: Offices) {
        self.plan = plan
        self.source = source
        self.kind = kind
        maker = RecordMaker(plan, source, catalogue, offices)
        regime = Regime(plan, source)
        // Documents of one authority bear one number each, so the items of a sector begin at different ones.
        serial = plan.isSector ? (catalogue.items.firstIndex { $0.id == plan.item.id } ?? 0) * 17 % 900 : 0
    }
}

/// A file that is to be made.
struct PlannedFile: Sendable {
    let stream: Int
    let received: Day
    let rows: Int
    /// For registers: which of their organisations it holds.
    let part: Range<Int>
    /// Its own share of spoiled rows: none at all, or at least one that is refused; `nil` as in the city.
    var dirt: Double?
    /// Its own style; `nil` as chance has it.
    var style: FileStyle?
}
