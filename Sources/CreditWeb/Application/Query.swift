import CreditModel

/// What follows the question mark, decoded; of a name that stands twice the first counts.
struct Query: Sendable, Hashable {
    private let values: [String: String]

    /// A query without anything in it.
    static let none = Query(values: [:])

    private init(values: [String: String]) { self.values = values }

    /// - Throws: `Problem` where it is not percent-encoded UTF-8.
    init(_ text: String?) throws(Problem) {
        var values: [String: String] = [:]
        for pair in (text ?? "").split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = URLEncoding.decode(halves[0]),
                let value = URLEncoding.decode(halves.count > 1 ? halves[1] : "")
            else { throw .undecodable }
            if values[name] == nil { values[name] = value }
        }
        self.values = values
    }

    /// A value without blanks around it; an empty one counts as absent, since forms send every field.
    subscript(name: String) -> String? {
        guard let value = values[name] else { return nil }
        let trimmed = value.drop { $0.isWhitespace }
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...last])
    }

    /// A day in its ISO form.
    func day(_ name: String) throws(Problem) -> Day? {
        guard let text = self[name] else { return nil }
        guard let day = Day(iso: text) else { throw .badDay }
        return day
    }

    /// The day of the facts: `nil` is today; a day to come has none.
    func factsDay(today: Day) throws(Problem) -> Day? {
        guard let day = try day("on"), day != today else { return nil }
        guard day < today else { throw .futureDay }
        return day
    }

    /// A whole number within bounds.
    func number(_ name: String, in bounds: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text), bounds.contains(number) else { throw .badNumber(bounds) }
        return number
    }
}
