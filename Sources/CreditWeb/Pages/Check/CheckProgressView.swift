import CreditExchange
import CreditModel

/// A check that is not finished: how many go before it, or how far it is.
struct CheckProgressView: Sendable {
    let visit: Visit
    let token: String
    let state: CheckState

    var html: HTML {
        """
        <h1>\(visit.say("正在查验", "Checking"))</h1>
        <div class="check" id="progress" data-progress="\(Link.to(.progress, of: token, in: visit.language))" \
        data-waiting="\(CheckProgressWords(visit).waiting("#"))" data-running="\(CheckProgressWords(visit).running("#", "%"))">
        <p><progress max="100" value="\(percent)" aria-label="\(visit.say("查验进度", "Progress"))"></progress></p>
        <p role="status" class="lead">\(words)</p>
        <p class="note"><noscript>\(visit.say("页面每两秒自动更新。", "This page is asked for again every two seconds."))</noscript></p>
        </div>
        \(CheckDiscard(visit: visit, token: token, isFinished: false).html)
        """
    }

    private var percent: Int {
        guard case .running(let part, _) = state else { return 0 }
        return Int(part * 100)
    }

    private var words: HTML {
        switch state {
        case .waiting(let ahead): CheckProgressWords(visit).waiting("\(ahead)")
        case .running(_, let rows): CheckProgressWords(visit).running("\(Grouped.text(rows))", "\(percent)")
        default: ""
        }
    }
}

/// The words of progress, with numbers or with the marks that the script fills in.
struct CheckProgressWords {
    private let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func waiting(_ ahead: HTML) -> HTML {
        visit.say("排队等候，前面还有 \(ahead) 份。", "Waiting; \(ahead) before yours.")
    }

    func running(_ rows: HTML, _ percent: HTML) -> HTML {
        visit.say("已查 \(rows) 行（\(percent)%）", "\(rows) rows checked (\(percent)%)")
    }
}

/// The button that makes a check forgotten at once.
struct CheckDiscard: Sendable {
    let visit: Visit
    let token: String
    let isFinished: Bool

    var html: HTML {
        """
        <form class="discard" action="\(Link.to(.discard, of: token, in: visit.language))\(visit.isLarge ? "?type=large" : "")" method="post">\
        <button type="submit" class="second">\(isFinished ? visit.say("立即删除", "Discard it now") : visit.say("取消并删除", "Stop and discard"))</button></form>
        """
    }
}

/// Whole numbers as people read them: `12,345`.
enum Grouped {
    static func text(_ number: Int) -> String {
        let digits = Array(String(number))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0, digits[place - 1] != "-" { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
