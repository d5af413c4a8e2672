import CreditCatalogue
import CreditFiles
import CreditModel
import CreditRules

/// What is said of an entry in a word or a line: where it stands, until when it is shown.
struct EntryWords: Sendable {
    let visit: Visit
    let entry: FileEntry
    /// The day of the facts.
    let on: Day

    /// The class that gives colour and shape.
    var tone: StaticString {
        if entry.hasEnded { return "ended" }
        return switch entry.polarity {
        case .neutral: "neutral"
        case .favourable: "favourable"
        case .adverse: "adverse"
        }
    }

    /// Its standing in a word, with a shape beside the colour.
    var tag: HTML { "<span class=\"tag tag-\(HTML(stringLiteral: tone))\">\(standing)</span>" }

    private var standing: HTML {
        if entry.hasEnded { return visit.say("已结束", "Ended") }
        return switch entry.polarity {
        case .neutral: visit.say("有效", "In force")
        case .favourable: visit.say("荣誉", "Honour")
        case .adverse: visit.say("公示中", "Published")
        }
    }

    /// Until when, and how many days are left.
    var until: HTML {
        if let last = entry.shownUntil {
            return visit.say("公示至 \(visit.time(last))\(left(last))", "Published until \(visit.time(last))\(left(last))")
        }
        if let last = entry.validUntil {
            return last < on
                ? visit.say("已于 \(visit.time(last)) 到期", "Expired on \(visit.time(last))")
                : visit.say("有效期至 \(visit.time(last))\(left(last))", "Valid until \(visit.time(last))\(left(last))")
        }
        return visit.say("长期有效", "No end date")
    }

    private func left(_ last: Day) -> HTML {
        let days = visit.today.days(until: last)
        return switch days {
        case ..<0: ""
        case 0: visit.say("（今天是最后一天）", " (today is the last day)")
        case 1: visit.say("（还有 1 天）", " (1 day left)")
        default: visit.say("（还有 \(days) 天）", " (\(days) days left)")
        }
    }

    /// Why it is shown.
    var ground: HTML {
        switch entry.ground {
        case .standing: visit.say("这类信息在事实存续期间公示，结束后标明已结束。", "Shown while the fact stands, and afterwards as ended.")
        case .validity: visit.say("这类信息公示到有效期届满为止。", "Shown until the end of its validity.")
        case .tier: tierGround
        case .declaredPublic: visit.say("作出承诺的一方声明可向社会公开。", "Whoever gave it declared it public.")
        default: ""
        }
    }

    private var tierGround: HTML {
        let tier = entry.tier.map { visit[$0.name] } ?? ""
        return visit.say(
            "属于“\(tier)”失信信息，自作出决定之日起按规定期限公示，期满自动停止。",
            "It is of the “\(tier)” tier: published from the day of the decision for the term of the rule, and ends by itself."
        )
    }
}

extension Tier {
    /// What a tier is called.
    var name: Bilingual {
        switch self {
        case .minor: Bilingual(zh: "轻微", en: "minor")
        case .general: Bilingual(zh: "一般", en: "general")
        case .serious: Bilingual(zh: "严重", en: "serious")
        }
    }
}
