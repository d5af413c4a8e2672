import CreditCatalogue
import CreditModel

extension FileMaker {
    /// A day that is itself the defect: of another department's years, late, or before all calendars.
    func oddDay(_ stream: Stream, _ received: Day, _ earliest: Day, _ random: inout RandomSource) -> Day? {
        let plan = stream.plan
        if pending.contains(.sourceOutsideYears) || random.chance(0.1), let day = stream.regime.dayBefore(&random),
            plan.archetype != .penalty, DayFaults.isCounted(day, plan.item, catalogue.calendar)
        {
            return day
        }
        guard plan.item.reportWithin != nil, plan.archetype != .registration else { return nil }
        let isUncounted = pending.contains(.calendarMissing) || random.chance(0.02)
        let isAnybodys = plan.item.sources.allSatisfy { $0.validity.from == nil } && plan.scheme == nil
        if isUncounted, isAnybodys, plan.archetype != .penalty, let first = catalogue.calendar.years.keys.min() {
            return Day(year: first - 1 - random.below(2), month: 1 + random.below(9), day: 1 + random.below(28))
        }
        guard pending.contains(.reportedLate) || random.chance(0.18) else { return nil }
        let day = earliest.adding(days: -1 - random.below(45))
        return stream.regime.allows(day) ? day : nil
    }

    func plainDay(_ file: PlannedFile, _ stream: Stream, _ earliest: Day, _ random: inout RandomSource) -> Day {
        let since = stream.previous ?? file.received.adding(days: -28)
        let first =
            stream.plan.item.reportWithin == nil ? since : max(earliest, min(since, file.received.adding(days: -3)))
        var day = file.received
        for _ in 0..<6 {
            day = first.adding(days: random.below(max(1, first.days(until: file.received))))
            if (try? catalogue.calendar.isWorkingDay(day)) ?? true { break }
        }
        guard stream.register.isEmpty, !stream.regime.allows(day) else { return day }
        return stream.regime.latest(day.adding(days: -random.below(200))) ?? day
    }
}
