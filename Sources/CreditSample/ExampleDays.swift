import CreditCatalogue
import CreditModel

/// How an item's examples lie in time: the days between the decision and each other day, which made-up rows keep to.
struct ExampleDays: Sendable {
    private let decided: Day?
    private let days: [Day?]

    init(_ item: Item, decidedOn: Int?) {
        let days = item.fields.map { $0.type == .day ? Day(iso: $0.example.replacing("/", with: "-")) : nil }
        self.days = days
        decided = decidedOn.flatMap { days[$0] }
    }

    /// The year of the example's decision.
    var year: Int? { decided?.civil.year }

    /// A field's days after the decision, negative before it; `nil` where the examples say nothing.
    func offset(of field: Int) -> Int? {
        guard let decided, let day = days[field] else { return nil }
        return decided.days(until: day)
    }

    /// The end of a period that begins with a day and is as long as the example's; for ever where the example is.
    func end(of field: Int, from day: Day) -> Day? {
        guard let offset = offset(of: field), offset > 0 else { return nil }
        guard offset < 60 * 365 else { return RowWords.forever }
        let months = (offset + 15) * 12 / 365
        return months == 0 ? day.adding(days: offset) : day.adding(months: months).adding(days: -1)
    }
}
