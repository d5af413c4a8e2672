import CreditModel

/// Maps days to places across the chart.
struct TimeAxis: Sendable, Hashable {
    static let width = 960
    private static let margin = 12

    let first: Day
    let last: Day

    /// An axis from the earliest beginning to the last end, with today on it and some room to its right.
    init(beginnings: [Day], ends: [Day], today: Day) {
        // What began long ago comes in from the left edge, so that the last years have room.
        let begun = max(beginnings.min() ?? today, today.adding(months: -60))
        let earliest = min(begun, today.adding(days: -180))
        let latest = max(ends.max() ?? today, today)
        let room = max(60, earliest.days(until: latest) / 12)
        // A term of decades would press everything else into a corner: it runs off the edge with an arrow instead.
        let farthest = today.adding(months: max(24, earliest.days(until: today) / 60))
        first = Day(year: earliest.civil.year, month: earliest.civil.month, day: 1) ?? earliest
        last = min(latest.adding(days: room), farthest)
    }

    func place(of day: Day) -> Int {
        let span = max(1, first.days(until: last))
        let inner = TimeAxis.width - 2 * TimeAxis.margin
        let offset = min(max(0, first.days(until: day)), span)
        return TimeAxis.margin + offset * inner / span
    }

    /// Whether a day lies beyond the right edge.
    func isBeyond(_ day: Day) -> Bool { day > last }

    /// Whether a day lies before the left edge.
    func isBefore(_ day: Day) -> Bool { day < first }

    /// The first days of years to be marked, at most about ten.
    var years: [(year: Int, place: Int)] {
        let from = first.civil.year + 1
        let until = last.civil.year
        guard from <= until else { return [] }
        let step = (until - from) / 10 + 1
        return stride(from: from, through: until, by: step)
            .compactMap { year in
                Day(year: year, month: 1, day: 1).map { (year, place(of: $0)) }
            }
    }
}
