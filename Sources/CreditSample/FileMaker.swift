import CreditCatalogue
import CreditModel

/// Makes the rows of one file, some of them spoiled.
struct FileMaker {
    let catalogue: Catalogue
    let offices: Offices
    let population: Population
    let dirt: Double
    /// Defects that no row shows yet; the first row that can takes one.
    var pending = Defect.allCases

    init(_ catalogue: Catalogue, _ offices: Offices, _ population: Population, dirt: Double) {
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
        var drafts: [RowDraft] = []
        drafts.reserveCapacity(file.rows)
        for position in 0..<file.rows {
            let isDirty = stream.kind == .ordinary && random.chance(dirt)
            let day = isDirty ? oddDay(stream.plan, file.received, earliest, &random) : nil
            let isCorrection = !isDirty && stream.kind == .ordinary && random.chance(0.007)
            let corrected = isCorrection ? correction(&stream, file.received, &random) : nil
            guard
                let record = corrected
                    ?? record(position, file, &stream, day ?? plainDay(file, stream, earliest, &random), &random)
            else { continue }
            var draft = draft(record, speller, file.received, &random)
            if let fault = draft.termFault?.code { settle(fault) }
            if isDirty && day == nil { spoil(&draft, soiler, &random) }
            if draft.allFaults.isEmpty && corrected == nil { remember(record, &stream, &random) }
            drafts.append(draft)
        }
        stream.previous = file.received
        return drafts
    }

    /// A row without defects, with the faults that its day and its penalty bring.
    func draft(_ record: SampleRecord, _ speller: Speller, _ received: Day, _ random: inout RandomSource) -> RowDraft {
        let plan = speller.plan
        var draft = RowDraft(record: record, cells: speller.cells(record, &random))
        let term = DayFaults.fault(decidedOn: record.decidedOn, receivedOn: received, plan.item, catalogue.calendar)
        draft.termFault = term.map { RowFault(field: plan.roles.decidedOn, code: $0) }
        if record.sanction?.isTierUndetermined == true, plan.has(plan.roles.penaltyKinds) {
            draft.tierFault = RowFault(field: plan.roles.penaltyKinds, code: .tierUndetermined)
        }
        return draft
    }

    // MARK: Days

    /// A day that is itself the defect: late, or before all calendars.
    private func oddDay(_ plan: SheetPlan, _ received: Day, _ earliest: Day, _ random: inout RandomSource) -> Day? {
        guard plan.item.reportWithin != nil, plan.archetype != .registration else { return nil }
        let isUncounted = pending.contains(.calendarMissing) || random.chance(0.02)
        let isAnybodys = plan.item.sources.allSatisfy { $0.validity.from == nil }
        if isUncounted, isAnybodys, plan.archetype != .penalty, let first = catalogue.calendar.years.keys.min() {
            return Day(year: first - 1 - random.below(2), month: 1 + random.below(9), day: 1 + random.below(28))
        }
        guard pending.contains(.reportedLate) || random.chance(0.18) else { return nil }
        return earliest.adding(days: -1 - random.below(45))
    }

    private func plainDay(_ file: PlannedFile, _ stream: Stream, _ earliest: Day, _ random: inout RandomSource) -> Day {
        let since = stream.previous ?? file.received.adding(days: -28)
        let first =
            stream.plan.item.reportWithin == nil ? since : max(earliest, min(since, file.received.adding(days: -3)))
        var day = file.received
        for _ in 0..<6 {
            day = first.adding(days: random.below(max(1, first.days(until: file.received))))
            if (try? catalogue.calendar.isWorkingDay(day)) ?? true { return day }
        }
        return day
    }

    // MARK: Records

    private func record(
        _ position: Int,
        _ file: PlannedFile,
        _ stream: inout Stream,
        _ day: Day,
        _ random: inout RandomSource
    ) -> SampleRecord? {
        stream.serial += 1
        let isRegister = !stream.register.isEmpty
        let registered = isRegister ? stream.register[file.part.lowerBound + position] : nil
        guard let organisation = registered ?? population.organisation(of: stream.plan.subjectKinds, on: day, &random)
        else {
            return nil
        }
        let decided = isRegister ? organisation.establishedOn : day
        return stream.maker.record(
            about: organisation,
            decidedOn: decided,
            receivedOn: file.received,
            serial: stream.serial,
            &random
        )
    }

    /// An earlier record with the same key and other content.
    private func correction(_ stream: inout Stream, _ received: Day, _ random: inout RandomSource) -> SampleRecord? {
        guard !stream.recent.isEmpty else { return nil }
        var record = stream.recent.remove(at: random.below(stream.recent.count))
        let plan = stream.plan
        if let ended = plan.roles.endedOn, plan.has(ended) {
            record.values[ended] = received.adding(days: -1).iso
            return record.decidedOn < received.adding(days: -1) ? record : nil
        }
        guard let remark = plan.fillers.firstIndex(where: { if case .remark = $0 { true } else { false } }),
            plan.has(remark),
            !plan.item.keyFields.contains(plan.item.fields[remark].id)
        else { return nil }
        record.values[remark] = "更正前次报送内容"
        return record
    }

    private func remember(_ record: SampleRecord, _ stream: inout Stream, _ random: inout RandomSource) {
        guard stream.register.isEmpty, random.chance(0.2) else { return }
        if stream.recent.count < 12 {
            stream.recent.append(record)
        } else {
            stream.recent[random.below(12)] = record
        }
    }

    // MARK: Defects

    /// Brings one defect into a row, sometimes two or three.
    private mutating func spoil(_ draft: inout RowDraft, _ soiler: Soiler, _ random: inout RandomSource) {
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

    private mutating func settle(_ fault: FaultCode) {
        if fault == .reportedLate { pending.removeAll { $0 == .reportedLate } }
        if fault == .calendarMissing { pending.removeAll { $0 == .calendarMissing } }
    }
}
