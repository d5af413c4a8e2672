import CreditCatalogue
import CreditModel
import Hummingbird

/// The rules of publication: tiers and terms, what falls under which, what is still pending.
struct RulesPage: PageMaker {
    static let route = PageRoute.rules

    func answer(_ call: Call) async throws -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let title = call.visit[FooterLinks.title(.rules)]
        let body = PageBody(page: .rules, title: title, content: RulesView(visit: call.visit).html)
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// The rules page's content.
struct RulesView: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.rules)])</h1>
        <p class="lead">\(visit.say("处罚和名单都有公示期限，自作出决定之日起算，期满自动停止。适用哪部规则，看作出决定的日期。部门写明的公示截止期更早的，以更早的为准。", "Everything adverse ends: terms run from the day of the decision and end by themselves. The day of the decision chooses the rule. Where the department's own last day is earlier, that day counts."))</p>
        \(visit.catalogue.publication.map(rule))
        """
    }

    private func rule(_ rule: PublicationRule) -> HTML {
        """
        <section class="part" aria-labelledby="\(rule.id)"><h2 id="\(rule.id)">\(visit[rule.title])</h2>
        <p>\(days(rule.validity))</p>
        \(TierTable(visit: visit, rule: rule).html)
        \(thresholds(rule))
        </section>

        """
    }

    private func days(_ validity: Validity) -> HTML {
        switch (validity.from, validity.until) {
        case (let from?, nil):
            visit.say("适用于 \(visit.time(from)) 起作出的决定。", "For decisions from \(visit.time(from)) on.")
        case (nil, let until?):
            visit.say("适用于 \(visit.time(until)) 以前（含当日）作出的决定。", "For decisions until \(visit.time(until)).")
        case (let from?, let until?):
            visit.say(
                "适用于 \(visit.time(from)) 至 \(visit.time(until)) 作出的决定。",
                "For decisions from \(visit.time(from)) to \(visit.time(until))."
            )
        case (nil, nil): visit.say("适用于各日作出的决定。", "For decisions of any day.")
        }
    }

    private func thresholds(_ rule: PublicationRule) -> HTML {
        guard rule.hasOpenFines else { return "" }
        let mark = PendingMark(visit: visit).html
        return """
            <ul class="plain">
            <li>\(visit.say("小额罚款：", "A small fine: "))\(rule.smallFineBelow.map { amount($0, visit.say("低于 ", "below ")) } ?? mark)</li>
            <li>\(visit.say("巨额罚款：", "A huge fine: "))\(rule.hugeFineFrom.map { amount($0, visit.say("达到 ", "from ")) } ?? mark)</li>
            </ul>
            \(rule.pending.map { text -> HTML in "<div class=\"panel\"><p>\(visit[text])</p></div>" })
            """
    }

    private func amount(_ amount: Amount, _ lead: HTML) -> HTML {
        lead + visit.say("\(amount.yuan) 元", "CNY \(amount.yuan)")
    }
}

extension PublicationRule {
    /// Whether the amount of a fine decides its tier.
    fileprivate var hasOpenFines: Bool { pending != nil || smallFineBelow != nil || hugeFineFrom != nil }
}

/// A rule's tiers: how long, and what falls under them.
struct TierTable: Sendable {
    let visit: Visit
    let rule: PublicationRule

    var html: HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(visit.say("失信程度和公示期限", "Tiers and terms")) \(rule.id)"><table>
        <thead><tr><th scope="col">\(visit.say("失信程度", "Tier"))</th><th scope="col">\(visit.say("公示", "Published"))</th>\
        <th scope="col">\(visit.say("最短", "At least"))</th><th scope="col">\(visit.say("最长", "At most"))</th>\
        <th scope="col">\(visit.say("包括", "What falls under it"))</th></tr></thead>
        <tbody>
        \(Tier.allCases.map(row))\(openRow)</tbody></table></div>
        """
    }

    private func row(_ tier: Tier) -> HTML {
        guard let period = rule.periods[tier] else { return "" }
        return """
            <tr><th scope="row">\(visit[tier.name])</th><td>\(period.isShown ? visit.say("公示", "Yes") : visit.say("不公示", "No"))</td>\
            <td>\(months(period.minimumMonths))</td><td>\(period.isShown ? months(period.maximumMonths) : "—")</td>\
            <td>\(words(kinds { $0.low == tier && $0.high == tier }))</td></tr>

            """
    }

    /// What may fall under several tiers: not shown until its department says.
    private var openRow: HTML {
        let open = kinds { $0.low != $0.high }
        guard !open.isEmpty else { return "" }
        return """
            <tr><th scope="row">\(visit.say("视情节", "Depends"))</th><td colspan="3">\
            \(visit.say("能确定档次才公示，不能确定的不公示", "Shown only where the tier is determined"))</td><td>\(words(open))</td></tr>

            """
    }

    private func months(_ months: Int) -> HTML { DayWords(visit: visit).months(months) }

    /// Penalties in the order of the code list, then list items.
    private func kinds(_ fits: (PublicationRule.TierRange) -> Bool) -> [Bilingual] {
        let fitting = rule.penaltyKinds.filter { fits($0.value) }.keys
        var seen: Set<String> = []
        let named = visit.catalogue.codeLists.values.sorted { $0.id < $1.id }.flatMap(\.values)
            .filter {
                fitting.contains($0.text) && rule.penaltyKinds[$0.text] != nil && seen.insert($0.text).inserted
            }
        let items = visit.catalogue.items.filter { rule.items[$0.id].map(fits) ?? false }
        return named.map { Bilingual(zh: $0.text, en: $0.english) } + items.map(\.name)
    }

    private func words(_ kinds: [Bilingual]) -> HTML {
        kinds.map { kind -> HTML in "\(visit[kind])" }.joined(separator: visit.say("、", ", "))
    }
}
