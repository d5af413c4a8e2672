import CreditModel

/// How to report a breach.
struct ReportView: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.report)])</h1>
        <p class="lead">\(visit.say("发现企业或其他组织有失信行为，可以向受理处举报。", "If you know of a breach by an organisation, report it to the office below."))</p>
        <h2>\(visit.say("举报时请说明", "Say in your report"))</h2>
        \(points)
        <h2>\(visit.say("举报之后", "What happens then"))</h2>
        <p>\(visit.say("受理处把举报交给有管辖权的部门核查。未经部门依法认定，举报内容不会写进任何组织的信用档案，也不会公示。", "The office passes it to the department in charge, which looks into it. Nothing of a report enters a credit file or is published unless a department has decided on it by law."))</p>
        <p>\(visit.say("危及生命安全的紧急情况，请先拨打 110、119 或 120。", "Where life is in danger, call 110, 119 or 120 first."))</p>
        \(ContactPanel(visit: visit).html)
        """
    }

    private var points: HTML {
        visit.say(
            """
            <ul>
            <li>被举报组织的名称，最好有统一社会信用代码；</li>
            <li>什么时间、什么地点、做了什么；</li>
            <li>您知道的证据，例如合同、票据、照片；</li>
            <li>您的联系方式，便于核实和答复。联系方式不会公开。</li>
            </ul>
            """,
            """
            <ul>
            <li>the organisation's name, and its unified code if you can;</li>
            <li>when, where, what was done;</li>
            <li>the evidence you know of: contracts, receipts, photographs;</li>
            <li>how to reach you, for questions and the answer. It is not published.</li>
            </ul>
            """
        )
    }
}
