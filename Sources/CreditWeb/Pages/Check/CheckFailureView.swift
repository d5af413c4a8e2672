import CreditExchange
import CreditModel

/// A file that could not be checked: what is wrong with it and what to do.
struct CheckFailureView: Sendable {
    let visit: Visit
    let token: String
    let failure: CheckFailure

    var html: HTML {
        """
        <h1>\(visit.say("这个文件没能查验", "This file could not be checked"))</h1>
        <div class="panel wrong"><p>\(words)</p>\(seen)</div>
        <p class="pages"><a href="\(visit.link(.check))">\(visit.say("换一个文件", "Check another file"))</a></p>
        \(CheckDiscard(visit: visit, token: token, isFinished: true).html)
        \(CheckTemplates(visit: visit).html)
        """
    }

    private var words: HTML {
        switch failure {
        case .tooLong:
            visit.say(
                "查验用时超过 \(limit) 秒，已经停止。请按时间或区域把文件拆小后再查。",
                "The check took longer than \(limit) seconds and was stopped. Split the file, by period or district, and check the parts."
            )
        case .full: "\(visit[CheckFailure.noRoom])"
        case .ours:
            visit.say("平台出了故障，不是文件的问题。请稍后再试。", "Something failed on our side; it is not the file. Try again later.")
        case .problem(.unknownLayout):
            visit.say(
                "前二十行里没有找到认识的表头。请核对表头，或者把内容填进下面的空白模板；也可以在上一页的“更多”里指明事项。",
                "No known headings in the first twenty rows. Check the headings, or fill in one of the forms below; you can also name the item under “More” on the page before."
            )
        case .problem(.otherTemplate):
            visit.say(
                "表头与您选的事项不符。请核对表头，或者不选事项，由平台识别。",
                "The headings are not those of the item that you chose. Check them, or leave the item to be recognised."
            )
        case .problem(.noSuchTemplate): "\(visit[Problem.noSuchTemplate.detail])"
        case .problem(let problem): "\(visit[problem.clerkMessage])"
        }
    }

    private var limit: Int64 { visit.backstage.checks.limits.longestCheck }

    private var seen: HTML {
        guard case .problem(.unknownLayout(let seen)) = failure, !seen.isEmpty else { return "" }
        let words = seen.prefix(12).map { $0.count > 40 ? String($0.prefix(39)) + "…" : $0 }
        let list: [HTML] = words.map { "<li>\(visit.chinese($0))</li>" }
        return """
            <p>\(visit.say("看到的是：", "This is what stands there:"))</p><ul class="seen">\(list)</ul>
            """
    }
}

extension CheckFailure {
    /// There was no room for what was found.
    static let noRoom = Bilingual(
        zh: "现在查验的人很多，放不下这次的结果，什么也没有保存。请过一分钟再试。",
        en:
            "Many are checking just now, and there was no room for this result; nothing was kept. Try again in a minute."
    )
}
