import CreditCatalogue
import CreditFiles
import CreditModel

/// Why an entry is in the file: item, law, clause, rule of publication.
struct EntryGrounds: Sendable {
    let visit: Visit
    let entry: FileEntry

    var html: HTML {
        let clauses = entry.clauses.joined(separator: visit.language == .zh ? "、" : ", ")
        return """
            <p>\(words)</p>
            <dl class="rows">
            <div><dt>\(visit.say("事项", "Item"))</dt><dd><a href="\(visit.link(.item(entry.item)))">\(visit[entry.itemName])</a></dd></div>
            <div><dt>\(visit.say("归集依据", "Legal basis"))</dt><dd>\(BasisList(visit: visit, bases: entry.legalBasis).html)</dd></div>
            \(rule)<div><dt>\(visit.say("任务条目", "Clauses of the plan"))</dt><dd>\(clauses)</dd></div>
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
}

/// Laws and rules with what is still to be verified marked as such.
struct BasisList: Sendable {
    let visit: Visit
    let bases: [LegalBasis]

    var html: HTML {
        let lines: [HTML] = bases.map { basis in
            "<li>\(visit[basis.title])\(PendingMark(visit: visit).html, if: basis.isPending)</li>"
        }
        return "<ul class=\"plain\">\(lines)</ul>"
    }
}

/// The mark beside what nobody has verified yet.
struct PendingMark: Sendable {
    let visit: Visit

    var html: HTML { " <span class=\"tag tag-pending\">\(visit.say("待核实", "Pending"))</span>" }
}
