import CreditCatalogue
import CreditModel

/// How long records of an item are shown, in words.
struct PublicationWords: Sendable {
    let visit: Visit
    let item: Item

    /// In a line, under the rule in force today.
    var short: HTML {
        switch item.publication {
        case .standing: visit.say("事实存续期间公示，结束后标明", "while the fact stands, then as ended") + besides
        case .validity: visit.say("公示到有效期届满", "until its validity ends") + hiddenGrades + besides
        case .declared: visit.say("声明可以公开的才公示", "only where it is declared public") + besides
        case .restricted: visit.say("不公示", "not published")
        case .penaltyTier, .listEntry, .itemTier: tiers(visit.catalogue.publicationRule(on: visit.today)) + maximum
        }
    }

    /// In full: what ends it, and the tiers under every rule of publication with its years.
    var full: HTML {
        switch item.publication {
        case .standing:
            visit.say("事实存续期间公示，结束后标明已结束", "While the fact stands, and afterwards as ended") + besides + adverseByRule
        case .validity:
            visit.say("公示到有效期届满，届满即不再显示", "Until the end of its validity, and no longer") + hiddenGrades + besides
                + adverseByRule
        case .declared:
            visit.say("声明可向社会公开的才公示", "Only where it is declared public") + besides + adverseByRule
        case .restricted: visit.say("不公示", "Not published")
        case .penaltyTier, .listEntry, .itemTier: byRule
        }
    }

    /// Some grades are kept and not shown.
    private var hiddenGrades: HTML {
        let editions = item.scheme.flatMap { visit.catalogue.scheme($0) }?.editions ?? []
        guard editions.contains(where: { $0.grades.contains { !$0.isShown } }) else { return "" }
        return visit.say("；部分等级不公示", "; some grades are not shown")
    }

    /// What holds beside the item's own way: the sector's longest time, and what is done with results that are adverse.
    private var besides: HTML { maximum + adverse }

    /// The records that speak against their subject by a value, in a line.
    private var adverse: HTML {
        guard hasAdverseValues else { return "" }
        let isTiered = visit.catalogue.publication.contains { $0.items[item.id] != nil }
        return isTiered
            ? visit.say("；不利的结果按失信程度分档公示", "; adverse results are published by tier")
            : visit.say("；不利的结果不公示", "; adverse results are not published")
    }

    private var hasAdverseValues: Bool { visit.catalogue.adverseValues(of: item) != nil }

    /// The tiers of such records under every rule of publication.
    private var adverseByRule: HTML {
        guard hasAdverseValues, visit.catalogue.publication.contains(where: { $0.items[item.id] != nil }) else {
            return ""
        }
        return """

            <p>\(visit.say("不利的结果自作出决定之日起算：", "Adverse results, counted from the day of the decision: "))</p>
            <ul class="plain">
            \(lines)</ul>
            """
    }

    private var lead: HTML {
        switch item.publication {
        case .penaltyTier: return visit.say("按处罚的失信程度分档，", "By the tier of the penalty, ")
        case .listEntry where item.content == .listing:
            return visit.say("在名单期间公示，按失信程度分档，", "While it is on the list, by its tier, ")
        case .listEntry, .itemTier:
            guard item.roles.endedOn != nil else { return visit.say("按失信程度分档，", "By its tier, ") }
            return visit.say(
                "改正（缴清）后不再公示，按失信程度分档，",
                "Until it is put right (or paid), by its tier, "
            )
        default: return visit.say("按失信程度分档，", "By its tier, ")
        }
    }

    private var lines: [HTML] {
        visit.catalogue.publication.map { rule in
            """
            <li>\(visit.say("决定日期", "Decisions "))\(DayWords(visit: visit).years(rule.validity))\(visit.say("：", ": "))\
            \(tiers(rule)) <span class="dim"><a href="\(visit.link(.rules))#\(rule.id)">\(visit[rule.title])</a></span></li>

            """
        }
    }

    private var byRule: HTML {
        let cap: HTML = item.atMostMonths == nil ? "" : "<p>\(sectorMaximum)</p>"
        return """
            <p>\(lead)\(visit.say("自作出决定之日起算，期满自动停止；部门写明的截止日更早的，以更早的为准。", "counted from the day of the decision; it ends by itself, and earlier where the department says so."))</p>
            <ul class="plain">
            \(lines)</ul>\(cap)
            """
    }

    /// The tiers that an item can have under a rule, with their terms.
    private func tiers(_ rule: PublicationRule?) -> HTML {
        guard let rule else { return visit.say("没有适用的公示规则，不公示", "no rule of publication, so not published") }
        if item.publication == .penaltyTier {
            return Tier.allCases.compactMap { term($0, rule) }.joined(separator: visit.say("；", "; "))
        }
        guard let range = rule.items[item.id] else {
            return visit.say("未定档，不公示", "no tier, so not published")
        }
        let among = Tier.allCases.filter { range.low <= $0 && $0 <= range.high }
        let terms = among.compactMap { term($0, rule) }.joined(separator: visit.say("；", "; "))
        guard range.low != range.high, rule.periods[range.low]?.isShown != true else { return terms }
        return visit.say("由认定部门确定档次，未确定前不公示：", "its department determines the tier, and it is not shown before: ")
            + terms
    }

    private func term(_ tier: Tier, _ rule: PublicationRule) -> HTML? {
        guard let period = rule.periods[tier] else { return nil }
        let words = DayWords(visit: visit)
        guard period.isShown else { return visit.say("\(visit[tier.name])的不公示", "\(visit[tier.name]): not shown") }
        let least = words.months(period.minimumMonths)
        let most = words.months(period.maximumMonths)
        return visit.say(
            "\(visit[tier.name])的公示至少 \(least)、至多 \(most)",
            "\(visit[tier.name]): at least \(least), at most \(most)"
        )
    }

    private var maximum: HTML { item.atMostMonths == nil ? "" : visit.say("；", "; ") + sectorMaximum }

    private var sectorMaximum: HTML {
        guard let months = item.atMostMonths else { return "" }
        let words = DayWords(visit: visit).months(months)
        return visit.say("本行业规定至多 \(words)", "the sector’s own maximum is \(words)")
    }
}
