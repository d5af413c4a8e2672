import CreditCatalogue
import CreditFiles
import CreditModel

/// Why an entry is in the file: item, law, clause, rule of publication.
struct EntryGrounds: Sendable {
    let visit: Visit
    let entry: FileEntry

    var html: HTML {
        """
        <p>\(words)</p>
        <dl class="rows">
        <div><dt>\(visit.say("事项", "Item"))</dt><dd><a href="\(visit.link(.item(entry.item)))">\(visit[entry.itemName])</a></dd></div>
        <div><dt>\(visit.say("归集依据", "Legal basis"))</dt><dd>\(BasisList(visit: visit, bases: entry.legalBasis).html)</dd></div>
        \(rule)\(edition)<div><dt>\(visit.say("任务条目", "Clauses of the plan"))</dt><dd>\(ClauseLinks(visit: visit, clauses: entry.clauses).html)</dd></div>
        </dl>
        """
    }

    private var words: HTML { EntryWords(visit: visit, entry: entry, on: visit.today).ground }

    private var rule: HTML {
        guard let rule = entry.rule else { return "" }
        return """
            <div><dt>\(visit.say("公示依据", "Rule of publication"))</dt><dd><a href="\(visit.link(.rules))">\(visit[rule])</a></dd></div>

            """
    }

    /// The scheme of a grade, and the edition that governed the decision.
    private var edition: HTML {
        guard let scheme = visit.catalogue.item(entry.item)?.scheme.flatMap({ visit.catalogue.scheme($0) }) else {
            return ""
        }
        let edition = scheme.edition(on: entry.decidedOn)
        let name: HTML =
            edition.map { edition in
                visit.say("：", ": ") + "\(visit[edition.name])\(PendingMark(visit: visit).html, if: edition.isPending)"
            } ?? ""
        return """
            <div><dt>\(visit.say("等级标准", "Scheme of the grade"))</dt><dd><a href="\(visit.link(.item(entry.item)))#scheme">\(visit[scheme.name])</a>\(name)</dd></div>

            """
    }
}
