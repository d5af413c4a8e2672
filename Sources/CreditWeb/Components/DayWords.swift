import CreditCatalogue
import CreditModel

/// Spans of days and months in words.
struct DayWords: Sendable {
    let visit: Visit

    /// The days of a validity; nothing where it is open at both ends.
    func years(_ validity: Validity) -> HTML {
        switch (validity.from, validity.until) {
        case (nil, nil): ""
        case (let from?, nil): visit.say("\(visit[from])起", "from \(visit[from])")
        case (nil, let until?): visit.say("至\(visit[until])", "until \(visit[until])")
        case (let from?, let until?): visit.say("\(visit[from])至\(visit[until])", "\(visit[from]) to \(visit[until])")
        }
    }

    /// The same in brackets, after what it limits.
    func bracketed(_ validity: Validity) -> HTML {
        guard validity.from != nil || validity.until != nil else { return "" }
        return visit.say("（\(years(validity))）", " (\(years(validity)))")
    }

    /// Months, as years where they are whole.
    func months(_ months: Int) -> HTML {
        switch months {
        case 0: "—"
        case let months where months % 12 == 0:
            visit.say("\(months / 12) 年", "\(months / 12) \(months == 12 ? "year" : "years")")
        case 1: visit.say("1 个月", "1 month")
        default: visit.say("\(months) 个月", "\(months) months")
        }
    }
}
