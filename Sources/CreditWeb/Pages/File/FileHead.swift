import CreditFiles
import CreditModel

/// Who it is, and of which day the file is.
struct FileHead: Sendable {
    let visit: Visit
    let file: CreditFile

    var html: HTML {
        """
        <header class="filehead">
        <h1>\(visit.chinese(file.subject.name))</h1>
        <p class="codeline">\(CodeText(spoken: file.subject.spokenCode).html) \
        <button type="button" class="copy" data-copy="\(file.subject.key)" data-done="\(visit.say("已复制", "Copied"))" hidden>\
        \(visit.say("复制代码", "Copy code"))</button></p>
        <dl class="facts">
        \(facts)</dl>
        </header>
        \(dayControl)
        """
    }

    private var facts: HTML {
        let subject = file.subject
        var all = fact(visit.say("类型", "Kind"), "\(visit[subject.kindName])")
        if let place = subject.place { all += fact(visit.say("所在地", "Place"), "\(visit[place])") }
        if let established = subject.established {
            all += fact(visit.say("成立日期", "Established"), visit.time(established))
        }
        if let status = subject.status { all += fact(visit.say("登记状态", "Status"), visit.word(status)) }
        if !subject.formerNames.isEmpty {
            let names: HTML = "\(subject.formerNames.joined(separator: "、"))"
            all += fact(
                visit.say("曾用名", "Former names"),
                visit.language == .zh ? names : "<span lang=\"zh-Hans\">\(names)</span>"
            )
        }
        if let address = subject.address { all += fact(visit.say("住所", "Address"), visit.chinese(address)) }
        return all
    }

    private func fact(_ name: HTML, _ value: HTML) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }

    /// "As of": facts of a past day, shown under the rules of today (limit 9).
    private var dayControl: HTML {
        let isPast = file.on != file.today
        return """
            <form class="asof panel" action="\(Link.to(.file(key: file.subject.key), in: visit.language))" method="get">
            <label for="on">\(visit.say("查看哪一天的档案", "Show the file as of"))</label>
            <input id="on" name="on" type="date" value="\(file.on.iso)" max="\(file.today.iso)" required>\
            \("<input type=\"hidden\" name=\"type\" value=\"large\">", if: visit.isLarge)
            <button type="submit" class="second">\(visit.say("查看", "Show"))</button>
            \(pastNote, if: isPast)\
            </form>
            """
    }

    private var pastNote: HTML {
        let today = visit.link(.file(key: file.subject.key))
        return visit.say(
            "<p class=\"note\">下面是 \(visit.time(file.on)) 的事实，按今天的规则公示。<a href=\"\(today)\">回到今天</a></p>\n",
            "<p class=\"note\">Below are the facts of \(visit.time(file.on)), shown under the rules of today. <a href=\"\(today)\">Back to today</a></p>\n"
        )
    }
}
