import CreditCatalogue
import CreditModel

/// Laws and rules with their dates; what is still to be verified, or repealed, is marked.
struct BasisList: Sendable {
    let visit: Visit
    let bases: [LegalBasis]

    var html: HTML {
        let lines: [HTML] = bases.map { "<li>\(BasisWords(visit: visit, basis: $0).html)</li>" }
        return "<ul class=\"plain\">\(lines)</ul>"
    }
}

/// One law with its article, its dates and what is not certain of it.
struct BasisWords: Sendable {
    let visit: Visit
    let basis: LegalBasis

    var html: HTML {
        link + LawDates(visit: visit, validity: Validity(from: basis.since, until: basis.until)).html + pending
    }

    /// The title, as a link where the register has the law.
    var link: HTML {
        guard let law = basis.law, visit.catalogue.law(law) != nil else { return "\(visit[basis.title])" }
        return "<a href=\"\(visit.link(.law(law)))\">\(visit[basis.title])</a>"
    }

    private var pending: HTML { basis.isPending ? PendingMark(visit: visit).html : "" }
}

/// From when, and until when, an instrument is in force.
struct LawDates: Sendable {
    let visit: Visit
    let validity: Validity

    var html: HTML {
        switch (validity.from, validity.until) {
        case (nil, nil): ""
        case (let from?, nil): dim(visit.say("\(visit.time(from)) 起施行", "in force from \(visit.time(from))"))
        case (nil, let until?):
            dim(visit.say("施行至 \(visit.time(until))", "in force until \(visit.time(until))")) + repealed(until)
        case (let from?, let until?):
            dim(
                visit.say(
                    "\(visit.time(from)) 至 \(visit.time(until)) 施行",
                    "in force \(visit.time(from)) to \(visit.time(until))"
                )
            ) + repealed(until)
        }
    }

    private func dim(_ words: HTML) -> HTML { " <span class=\"dim\">\(words)</span>" }

    private func repealed(_ last: Day) -> HTML {
        guard last < visit.today else { return "" }
        return " <span class=\"tag tag-ended\">\(visit.say("已废止", "Repealed"))</span>"
    }
}

/// The mark beside what nobody has verified yet.
struct PendingMark: Sendable {
    let visit: Visit

    var html: HTML { " <span class=\"tag tag-pending\">\(visit.say("待核实", "Pending"))</span>" }
}
