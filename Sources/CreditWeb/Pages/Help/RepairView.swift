import CreditCatalogue
import CreditModel

/// How to apply for repair, with the terms of the rule in force.
struct RepairView: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.repair)])</h1>
        <p class="lead">\(visit.say("处罚或名单信息属实，但义务已经履行、行为已经纠正的，可以申请修复，提前结束公示。不收费用。", "If an adverse entry is right, the duty is met and the conduct corrected, you may apply for repair, which ends its publication early. It is free of charge."))</p>
        <h2>\(visit.say("条件", "Conditions"))</h2>
        \(conditions)
        \(terms)
        <h2>\(visit.say("怎样申请", "How to apply"))</h2>
        \(steps)
        <p>\(visit.say("信息本身有误的，不必修复，", "If the entry itself is wrong, do not apply for repair: "))<a href="\(visit.link(.objection))">\
        \(visit.say("应当提出异议", "object to it"))</a>\(visit.say("。", "."))</p>
        \(ContactPanel(visit: visit).html)
        """
    }

    private var conditions: HTML {
        visit.say(
            """
            <ul>
            <li>决定书确定的义务已经全部履行，失信行为已经纠正；</li>
            <li>已过最短公示期；</li>
            <li>公开作出信用承诺；</li>
            <li>法律、法规规定的其他条件。</li>
            </ul>
            """,
            """
            <ul>
            <li>every duty set by the decision is met and the conduct is corrected;</li>
            <li>the shortest term of publication has passed;</li>
            <li>a public commitment is given;</li>
            <li>whatever else law or regulation asks for.</li>
            </ul>
            """
        )
    }

    private var terms: HTML {
        guard let rule = visit.catalogue.publicationRule(on: visit.today) else { return "" }
        return """
            <h2 id="\(rule.id)">\(visit.say("公示期限", "Terms of publication"))</h2>
            <p>\(visit.say("现行规则是", "The rule in force is "))<a href="\(visit.link(.rules))">\(visit[rule.title])</a>\
            \(visit.say("；更早作出的决定适用当时的规则。", "; earlier decisions fall under the rule of their day."))</p>
            \(TierTable(visit: visit, rule: rule).html)
            """
    }

    private var steps: HTML {
        visit.say(
            """
            <ol>
            <li>准备履行完毕的证明和信用承诺书。</li>
            <li>在“信用中国”网站提出申请，或者到下面的受理处办理。谁认定，谁修复：由作出决定的部门审核。</li>
            <li>同意修复的，终止公示，停止共享和使用，本平台同时撤下，已经发送的各处也一并撤回。</li>
            </ol>
            """,
            """
            <ol>
            <li>Prepare the evidence that the duty is met, and the commitment.</li>
            <li>Apply on the national site “Credit China” (<span lang="zh-Hans">信用中国</span>), or come to the office below. Whoever decided also repairs: the deciding department examines it.</li>
            <li>Once granted, publication, sharing and use end; this portal takes the entry down, and so does every place it was sent to.</li>
            </ol>
            """
        )
    }
}
