import CreditModel

/// How to object to an entry that is wrong.
struct ObjectionView: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <h1>\(visit[FooterLinks.title(.objection)])</h1>
        <p class="lead">\(visit.say("您认为档案里的信息有错误、遗漏，或者不该公示，可以提出异议。", "If you hold that an entry is wrong, incomplete or should not be shown, you may object."))</p>
        <h2>\(visit.say("异议和修复不一样", "Objection is not repair"))</h2>
        <p>\(visit.say("异议是说信息不对。异议成立的，更正或者删除，如同没有公示过。信息属实、已经纠正的，", "An objection says that the entry is wrong. If it is upheld, the entry is corrected or removed as if it had never been published. If the entry is right and you have corrected the conduct, "))\
        <a href="\(visit.link(.repair))">\(visit.say("应当申请修复", "apply for repair"))</a>\(visit.say("。", "."))</p>
        <h2>\(visit.say("怎样提出", "How to object"))</h2>
        \(steps)
        \(ContactPanel(visit: visit).html)
        """
    }

    private var steps: HTML {
        visit.say(
            """
            <ol>
            <li>在信用档案中打开有异议的那一条，记下页面地址末尾的编号和文书号。</li>
            <li>先看“找谁”一栏，联系报送部门：信息由谁产生，就由谁核实更正。</li>
            <li>也可以直接到下面的受理处，说明哪一项不对、正确的是什么，并带上证明材料，例如决定书、撤销决定或者判决书。</li>
            <li>代表组织办理的，带上营业执照（登记证书）和经办人的委托书。</li>
            </ol>
            """,
            """
            <ol>
            <li>Open the entry in the credit file and note the number at the end of its address, and the document's number.</li>
            <li>See “Whom to turn to” and call the department that handed it in: whoever made a record also verifies and corrects it.</li>
            <li>Or come to the office below. Say which part is wrong and what is right, and bring evidence: the decision, its revocation, a judgment.</li>
            <li>If you act for an organisation, bring its licence or certificate and your authorisation.</li>
            </ol>
            """
        )
    }
}
