import CreditCatalogue
import CreditModel

/// What may be recorded about persons: only in a role, and shown to nobody.
struct PersonsView: Sendable {
    let visit: Visit
    let items: SubjectItems

    var html: HTML {
        """
        <h1>\(visit[SubjectTopic.personInRole.name])\(visit.say("：", ": "))\(visit[FooterLinks.title(.subjects)])</h1>
        <p class="lead">\(visit.say("本平台不为个人建立信用档案。个人只在履行下列职务、从事下列执业活动时被记录，而且都不公示。", "There are no credit files of persons here. A person is recorded only in one of the roles below, and nothing of it is public."))</p>
        <div class="panel"><ul>
        <li>\(visit.say("不按姓名查找。本人和主管机关的查阅还没有开放；开放以后也只按证件号码，须有查询目的和授权，并留下记录；", "nobody is found by name. Looks by the person and the authority in charge are not open yet; when they are, only by certificate number, with a purpose and an authority, and on record;"))</li>
        <li>\(visit.say("证件号码不以明文保存；", "certificate numbers are not kept in clear;"))</li>
        <li>\(visit.say("没有分数，没有等级，没有名单，将来也没有；", "there is no score, no grade and no list, and there never will be;"))</li>
        <li>\(visit.say("对个人不利的记录，必须有作出认定的文书。", "whatever is adverse needs the document that decided it."))</li></ul></div>
        \(roles)
        \(SubjectRemedies(visit: visit).html)
        \(WithdrawnPart(visit: visit, items: items.withdrawn).html)
        """
    }

    private var roles: HTML {
        guard !items.kept.isEmpty else {
            return visit.say(
                "<p class=\"empty\">目录里没有关于个人的事项。</p>",
                "<p class=\"empty\">The catalogue has no item about persons.</p>"
            )
        }
        return "\(items.kept.map(role))"
    }

    private func role(_ item: Item) -> HTML {
        let grounds = GroundWords(visit: visit, item: item)
        let ground: HTML = grounds.whole.map { grounds.link($0) } ?? visit.say("没有写明", "not stated")
        return """
            <section class="part" aria-labelledby="\(item.id)"><h2 id="\(item.id)"><a href="\(visit.link(.item(item.id)))">\(visit[item.name])</a></h2>
            <dl class="rows">
            <div><dt>\(visit.say("职务", "Role"))</dt><dd>\(visit[item.personRole ?? item.name])</dd></div>
            <div><dt>\(visit.say("主管机关", "Who is in charge"))</dt><dd>\(SenderWords(visit: visit, item: item).short)</dd></div>
            <div><dt>\(visit.say("为什么不公示", "Why it is not public"))</dt><dd>\(ground)</dd></div>
            <div><dt>\(visit.say("依据", "On what ground"))</dt><dd>\(BasisList(visit: visit, bases: item.legalBasis).html)</dd></div>
            </dl></section>

            """
    }
}
