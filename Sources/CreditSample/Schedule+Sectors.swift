import CreditCatalogue
import CreditModel

extension Schedule {
    /// The files of items that are sent now and then: of each a clean one, one with faults, and what other departments send.
    ///
    /// Gives the number of rows.
    mutating func addSectors(_ plans: [SheetPlan], rows: Int) -> Int {
        var count = 0
        for (position, plan) in plans.enumerated() {
            let share = max(6, rows / max(1, plans.count))
            let sources = senders(of: plan.item)
            guard let first = sources.first else { continue }
            let others = sources.dropFirst().prefix(share >= 24 ? 2 : 0)
            let own = share / (2 + others.count)
            // Spread over the year, so that not all of them come on one day.
            let day = 30 + position * 7 % 240
            count += addPair(addStream(plan, first, .ordinary), rows: own, from: day)
            for (number, source) in others.enumerated() {
                let stream = addStream(plan, source, .ordinary)
                add(stream, rows: own, on: day + 50 + 30 * number)
                count += own
            }
        }
        return count
    }

    /// A clean file and, some weeks later, one with faults; gives the number of rows of both.
    mutating func addPair(_ stream: Int, rows: Int, from day: Int) -> Int {
        add(stream, rows: rows, on: day, dirt: 0)
        add(stream, rows: rows, on: day + 40, dirt: 0.3)
        return 2 * rows
    }

    private mutating func add(_ stream: Int, rows: Int, on day: Int, dirt: Double? = nil) {
        let received = workingDay(atMost: window.lowerBound.adding(days: day))
        files.append(PlannedFile(stream: stream, received: received, rows: rows, part: day..<day + 1, dirt: dirt))
    }

    /// Who sends an item, those with tasks of their own first; where its departments answered in other years only, those that are
    /// still there.
    func senders(of item: Item) -> [Department] {
        let all = offices.sources(of: item, in: window)
        guard all.isEmpty else {
            return all.filter { !Trade.of($0).words.isEmpty } + all.filter { Trade.of($0).words.isEmpty }
        }
        return offices.heirs(of: item, in: window)
    }
}
