import CreditCatalogue
import CreditModel

/// The sector's own grades that an item can give, edition by edition.
struct SchemeView: Sendable {
    let visit: Visit
    let item: Item

    /// Nothing where the item gives no grade.
    var html: HTML {
        guard let scheme = item.scheme.flatMap({ visit.catalogue.scheme($0) }) else { return "" }
        return """
            <section class="part" aria-labelledby="scheme"><h2 id="scheme">\(visit.say("等级：", "Grades: "))\(visit[scheme.name])</h2>
            <p>\(visit.say("等级由主管部门按本行业的标准评定，照原样记录；平台不计算、不换算，也不与其他行业比较。", "The sector’s authority gives the grade by its own standard; it is recorded as written, neither computed nor converted nor compared with other sectors."))</p>
            \(scheme.editions.map(edition))</section>

            """
    }

    private func edition(_ edition: GradingScheme.Edition) -> HTML {
        let rows: [HTML] = edition.grades.map { grade in
            """
            <div><dt>\(visit[grade.name])</dt><dd>\(visit[grade.meaning])<span class="by">\
            \(grade.isShown ? visit.say("公示", "public") : visit.say("不公示", "not public"))</span></dd></div>

            """
        }
        return """
            <h3 id="edition-\(edition.id)">\(visit[edition.name])\(PendingMark(visit: visit).html, if: edition.isPending)</h3>
            <p>\(visit.say("适用于", "For decisions "))\(span(edition.validity))\(visit.say("作出的决定。", "."))</p>
            \(BasisList(visit: visit, bases: edition.legalBasis).html)
            <dl class="rows">
            \(rows)</dl>
            """
    }

    private func span(_ validity: Validity) -> HTML {
        let words = DayWords(visit: visit).years(validity)
        return words.isEmpty ? visit.say("各日", "of any day") : words
    }
}
