import CreditCatalogue
import CreditModel

/// Who sends what, and when: the files of a year before they are made.
struct Schedule {
    var streams: [Stream] = []
    var files: [PlannedFile] = []

    let catalogue: Catalogue
    let offices: Offices
    let window: ClosedRange<Day>

    init(_ catalogue: Catalogue, _ offices: Offices, _ population: Population, records: Int, window: ClosedRange<Day>) {
        self.catalogue = catalogue
        self.offices = offices
        self.window = window
        let open = catalogue.items.filter { $0.standing == .open }
        let plans = open.compactMap { item in
            item.templates.first { !$0.isForNaturalPersons }
                .map { SheetPlan(item, $0, catalogue) }
        }
        var left = records
        for plan in plans where plan.archetype == .registration {
            left -= addRegister(plan, population, atMost: records / 2)
        }
        let sectors = plans.filter { $0.isSector && $0.archetype != .registration }
        left -= addSectors(sectors, rows: max(0, min(left, records * 15 / 100)))
        addRecords(plans.filter { !$0.isSector && $0.archetype != .registration }, max(0, left))
        addSpecials(open)
        // Streams stand in the catalogue's order, so equal days keep one order on every machine.
        files.sort { ($0.received, $0.stream, $0.part.lowerBound) < ($1.received, $1.stream, $1.part.lowerBound) }
    }

    /// The files of some items alone.
    init(_ catalogue: Catalogue, _ offices: Offices, only items: [Item], rows: Int, window: ClosedRange<Day>) {
        self.catalogue = catalogue
        self.offices = offices
        self.window = window
        for item in items {
            guard item.standing == .open else {
                addWithdrawn([item], window.lowerBound.adding(days: 200))
                continue
            }
            guard let template = item.templates.first(where: { !$0.isForNaturalPersons }),
                let source = senders(of: item).first
            else { continue }
            _ = addPair(addStream(SheetPlan(item, template, catalogue), source, .ordinary), rows: rows, from: 200)
        }
    }

    mutating func addStream(_ plan: SheetPlan, _ source: Department, _ kind: SampleFile.Kind) -> Int {
        streams.append(Stream(plan, source, kind, catalogue, offices))
        return streams.count - 1
    }

    private mutating func addRecords(_ plans: [SheetPlan], _ records: Int) {
        let weights = plans.map { weight($0, among: plans) }
        let total = max(1, weights.reduce(0, +))
        var left = records
        for (position, plan) in plans.enumerated() {
            let rows = position == plans.count - 1 ? left : records * weights[position] / total
            left -= addItem(plan, min(rows, left))
        }
    }

    private func weight(_ plan: SheetPlan, among plans: [SheetPlan]) -> Int {
        let alike = plans.filter { $0.archetype == plan.archetype }
        guard let rank = alike.firstIndex(where: { $0.item.id == plan.item.id }) else { return 0 }
        // Items of one kind share its part; each takes four fifths of what the former ones left.
        return rank == alike.count - 1 && rank == 0
            ? plan.archetype.share : max(2, (plan.archetype.share * 4 / 5) >> (2 * rank))
    }

    private mutating func addItem(_ plan: SheetPlan, _ rows: Int) -> Int {
        let limit =
            switch plan.archetype {
            case .licence: 14
            case .penalty: 12
            case .commitment, .honour: 6
            default: 3
            }
        let all = offices.sources(of: plan.item, in: window)
        let busy = all.filter { !Trade.of($0).words.isEmpty }
        let others = all.filter { Trade.of($0).words.isEmpty }
        let sources = Array((busy + others).prefix(max(1, min(limit, rows / 8))))
        let shares = sources.indices.map { 1 / Double($0 + 3) }
        let total = shares.reduce(0, +)
        var left = rows
        for (position, source) in sources.enumerated() {
            let own = position == sources.count - 1 ? left : Int(Double(rows) * shares[position] / total)
            left -= own
            guard own > 0 else { continue }
            let stream = addStream(plan, source, .ordinary)
            let pair = position == 0 && own > 5 ? addPair(stream, rows: min(8, own / 3), from: 200) : 0
            addFiles(stream, own - pair)
        }
        return rows - left
    }

    private mutating func addFiles(_ stream: Int, _ rows: Int) {
        let isWeekly = streams[stream].plan.item.reportWithin != nil
        let count = isWeekly ? min(52, max(1, rows / 25)) : min(12, max(1, rows / 30))
        let length = window.lowerBound.days(until: window.upperBound) - 14
        for number in 0..<count {
            let share = rows * (number + 1) / count - rows * number / count
            let day = workingDay(atMost: window.lowerBound.adding(days: 14 + length * (number + 1) / count))
            files.append(PlannedFile(stream: stream, received: day, rows: share, part: number..<number + 1))
        }
    }

    /// A day or the last working day before it.
    func workingDay(atMost day: Day) -> Day {
        var found = day
        for _ in 0..<15 {
            if (try? catalogue.calendar.isWorkingDay(found)) ?? (found.weekday <= 5) { return found }
            found = found.adding(days: -1)
        }
        return day
    }
}
