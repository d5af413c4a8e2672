import CreditCatalogue
import CreditModel

/// What may be recorded about a kind of organisation: by section of the file, then what is kept and not shown, then what is withdrawn.
struct SubjectView: Sendable {
    let visit: Visit
    let topic: SubjectTopic
    let items: SubjectItems

    var html: HTML {
        """
        <h1>\(visit[topic.name])\(visit.say("：", ": "))\(visit[FooterLinks.title(.subjects)])</h1>
        <p class="lead">\(visit.say("下面是目录允许记录的全部内容，按信用档案的部分排列。", "Everything that the catalogue allows, in the order of the credit file."))</p>
        \(soleTrader, if: topic == .kind(.soleTrader))
        \(visit.catalogue.sections.map(section))
        \(kept)
        \(SubjectRemedies(visit: visit).html)
        \(WithdrawnPart(visit: visit, items: items.withdrawn).html)
        """
    }

    /// What sole traders are given beyond others.
    private var soleTrader: HTML {
        """
        <div class="panel"><p>\(visit.say("个体工商户的名称常常就是经营者的姓名，所以：", "A sole trader’s name is often a person’s, so:"))</p><ul>
        <li>\(visit.say("只有输入完整的代码或者完全一致的名称才查得到；", "the file is found only by the whole code or the exact name;"))</li>
        <li>\(visit.say("没有等级、没有记分、没有评价；", "there is no grade, no points, no evaluation;"))</li>
        <li>\(visit.say("搜索引擎不收录它的页面。", "search engines may not keep its pages."))</li></ul></div>
        """
    }

    private func section(_ section: FileSection) -> HTML {
        let found = items.shown(in: section.id)
        guard !found.isEmpty else { return "" }
        let rows: [HTML] = found.map { item in
            """
            <li><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a><span class="by">\(SenderWords(visit: visit, item: item).short)\
            \(visit.say("；", "; "))\(PublicationWords(visit: visit, item: item).short)</span></li>

            """
        }
        return """
            <section aria-labelledby="\(section.id)"><h2 id="\(section.id)">\(visit[section.name])</h2>
            <ul class="ledgerlines">
            \(rows)</ul>
            <p class="more"><a href="\(visit.link(.subjectSection(topic, section: section.id)))">\(visit.say("依据和公开的字段", "Grounds and public fields"))\
            <span class="unseen">\(visit.say("：", ": "))\(visit[section.name])</span></a></p></section>

            """
    }

    private var kept: HTML {
        guard !items.kept.isEmpty else { return "" }
        let rows: [HTML] = items.kept.map { KeptLine(visit: visit, item: $0).html }
        return """
            <section class="part" aria-labelledby="kept"><h2 id="kept">\(visit.say("可以记录、不公示的", "What is kept and not shown"))</h2>
            <ul class="ledgerlines">
            \(rows)</ul></section>
            """
    }
}

/// An item that nobody sees in public: who sends it, and the ground.
struct KeptLine: Sendable {
    let visit: Visit
    let item: Item

    var html: HTML {
        let grounds = GroundWords(visit: visit, item: item)
        let ground: HTML = grounds.whole.map { visit.say("；理由：", "; ground: ") + grounds.link($0) } ?? ""
        return """
            <li><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a><span class="by">\(SenderWords(visit: visit, item: item).short)\(ground)</span></li>

            """
    }
}

/// What the plan named and later law withdrew.
struct WithdrawnPart: Sendable {
    let visit: Visit
    let items: [Item]

    var html: HTML {
        guard !items.isEmpty else { return "" }
        return """
            <section class="part" aria-labelledby="withdrawn"><h2 id="withdrawn">\(visit.say("计划写过、现在不再记录的", "What the plan named and is recorded no more"))</h2>
            <dl class="rows">
            \(items.map { WithdrawnLine(visit: visit, item: $0).html })</dl></section>
            """
    }
}

/// What whoever is recorded can do about it.
struct SubjectRemedies: Sendable {
    let visit: Visit

    var html: HTML {
        """
        <section class="part" aria-labelledby="remedies"><h2 id="remedies">\(visit.say("您可以做什么", "What you can do"))</h2>
        <ul class="doors">
        <li><a href="\(visit.link(.home))">\(visit.say("查看自己的信用档案", "Look up your own credit file"))</a></li>
        <li><a href="\(visit.link(.objection))">\(visit.say("信息有误，提出异议", "Object to an entry that is wrong"))</a></li>
        <li><a href="\(visit.link(.repair))">\(visit.say("已经纠正，申请修复", "Apply for repair after correcting"))</a></li>
        <li><a href="\(visit.link(.rules))">\(visit[FooterLinks.title(.rules)])</a></li>
        </ul></section>
        """
    }
}
