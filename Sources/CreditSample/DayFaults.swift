import CreditCatalogue
import CreditModel

/// What the day on which a record is handed in says about it.
enum DayFaults {
    /// Late, or no calendar to tell by; `nil` within the term or where there is none.
    static func fault(decidedOn: Day, receivedOn: Day, _ item: Item, _ calendar: WorkingCalendar) -> FaultCode? {
        guard let term = item.reportWithin else { return nil }
        guard let last = try? calendar.day(term, workingDaysAfter: decidedOn) else { return .calendarMissing }
        return receivedOn > last ? .reportedLate : nil
    }

    /// Whether the term of a decision can be counted at all.
    static func isCounted(_ day: Day, _ item: Item, _ calendar: WorkingCalendar) -> Bool {
        guard let term = item.reportWithin else { return true }
        return (try? calendar.day(term, workingDaysAfter: day)) != nil
    }

    /// The earliest day whose decisions are handed in on time on a day.
    static func earliest(receivedOn: Day, _ item: Item, _ calendar: WorkingCalendar) -> Day {
        var day = receivedOn
        while fault(decidedOn: day.adding(days: -1), receivedOn: receivedOn, item, calendar) == nil,
            day.days(until: receivedOn) < 40
        { day = day.adding(days: -1) }
        return day
    }
}
