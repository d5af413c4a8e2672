import CreditCatalogue
import CreditModel

/// The days whose decisions a department may send of an item without any remark: those of its years as a source, and those
/// for which the item's scheme has grades.
struct Regime: Sendable {
    private let item: Item
    private let source: String
    private let scheme: GradingScheme?
    private let isSource: Bool

    init(_ plan: SheetPlan, _ source: Department) {
        item = plan.item
        self.source = source.id
        scheme = plan.scheme
        isSource = plan.item.mayCome(from: source.id)
    }

    func allows(_ day: Day) -> Bool { isItsYear(day) && hasGrades(day) }

    /// Whether the department answered for the item; strangers never do, and nothing is said of their years.
    func isItsYear(_ day: Day) -> Bool { !isSource || item.mayCome(from: source, decidedOn: day) }

    func hasGrades(_ day: Day) -> Bool {
        guard let scheme else { return item.scheme == nil }
        return scheme.edition(on: day)?.grades.isEmpty == false
    }

    /// Whether the same grades may be given on two days.
    func isSame(_ one: Day, _ other: Day) -> Bool {
        isItsYear(one) == isItsYear(other) && scheme?.edition(on: one)?.id == scheme?.edition(on: other)?.id
    }

    /// The day itself, or one before it; `nil` where there was none in twelve years.
    func latest(_ day: Day) -> Day? {
        if allows(day) { return day }
        return (1...600).lazy.map { day.adding(days: -7 * $0) }.first(where: allows)
    }

    /// A day before the department's years.
    func dayBefore(_ random: inout RandomSource) -> Day? {
        let own = item.sources.filter { $0.department == source }.compactMap(\.validity.from)
        guard isSource, let first = own.min() else { return nil }
        let day = first.adding(days: -1 - random.below(240))
        return !isItsYear(day) && hasGrades(day) ? day : nil
    }
}
