import CreditCatalogue
import CreditModel

/// Makes the rows of one file, some of them spoiled.
struct FileMaker {
    let catalogue: Catalogue
    let offices: Offices
    let population: Population
    let dirt: Double
    /// Defects that no row shows yet; the first row that can takes one.
    var pending: [Defect]

    init(
        _ catalogue: Catalogue,
        _ offices: Offices,
        _ population: Population,
        dirt: Double,
        pending: [Defect] = Defect.allCases
    ) {
        self.pending = pending
        self.catalogue = catalogue
        self.offices = offices
        self.population = population
        self.dirt = dirt
    }

    /// The rows of a planned file.
    mutating func rows(
        of file: PlannedFile,
        _ stream: inout Stream,
        _ style: FileStyle,
        earliest known: Day? = nil,
        _ random: inout RandomSource
    ) -> [RowDraft] {
        let speller = Speller(plan: stream.plan, style: style, codeLists: catalogue.codeLists)
        let soiler = Soiler(
            plan: stream.plan,
            catalogue: catalogue,
            offices: offices,
            style: style,
            received: file.received
        )
        let earliest = known ?? DayFaults.earliest(receivedOn: file.received, stream.plan.item, catalogue.calendar)
        if stream.pool.isEmpty {
            let words = stream.plan.isSector ? SubjectFit.words(stream.plan.item.name.zh) : []
            let isPublicServant = stream.plan.archetype == .personInRole && words.isEmpty
            let kinds = isPublicServant ? [.organ, .institution] : stream.plan.subjectKinds
            stream.pool = population.pool(of: kinds, named: words)
        }
        var drafts: [RowDraft] = []
        drafts.reserveCapacity(file.rows)
        for position in 0..<file.rows {
            let isDirty = stream.kind == .ordinary && random.chance(file.dirt ?? dirt)
            let day = isDirty ? oddDay(stream, file.received, earliest, &random) : nil
            let isCorrection = !isDirty && file.dirt == nil && stream.kind == .ordinary && random.chance(0.007)
            let corrected = isCorrection ? correction(&stream, file.received, &random) : nil
            guard
                let record = corrected
                    ?? newRecord(
                        position,
                        file,
                        &stream,
                        day ?? plainDay(file, stream, earliest, &random),
                        isFirst: drafts.isEmpty,
                        &random
                    )
            else { continue }
            var draft = draft(record, speller, stream, file.received, &random)
            guard file.dirt != 0 || draft.allFaults.isEmpty else { continue }
            if let fault = draft.termFault?.code { settle(fault) }
            if draft.yearsFault != nil { settle(.sourceOutsideYears) }
            if isDirty && day == nil { spoil(&draft, soiler, &random) }
            if draft.allFaults.isEmpty && corrected == nil { remember(record, &stream, &random) }
            drafts.append(draft)
        }
        if let own = file.dirt, own > 0 { refuse(&drafts, speller, stream, soiler, &random) }
        stream.previous = file.received
        return drafts
    }

    /// A row without defects, with the faults that its day and its penalty bring.
    func draft(
        _ record: SampleRecord,
        _ speller: Speller,
        _ stream: Stream,
        _ received: Day,
        _ random: inout RandomSource
    ) -> RowDraft {
        let plan = speller.plan
        var draft = RowDraft(record: record, cells: speller.cells(record, &random))
        let term = DayFaults.fault(decidedOn: record.decidedOn, receivedOn: received, plan.item, catalogue.calendar)
        draft.termFault = term.map { RowFault(field: plan.roles.decidedOn, code: $0) }
        if !stream.regime.isItsYear(record.decidedOn), let field = plan.roles.decidedOn {
            draft.yearsFault = RowFault(field: field, code: .sourceOutsideYears)
        }
        if record.sanction?.isTierUndetermined == true, plan.has(plan.roles.penaltyKinds) {
            draft.tierFault = RowFault(field: plan.roles.penaltyKinds, code: .tierUndetermined)
        }
        return draft
    }
}
