import CreditFiles
import CreditModel

/// An entry as a line of a section or a list: what, who decided, when, until when.
struct EntryRow: Sendable {
    let visit: Visit
    let entry: FileEntry
    let on: Day
    /// Whom it is about, where the page does not say so already.
    var subject: PublicSubject?

    var html: HTML {
        let words = EntryWords(visit: visit, entry: entry, on: on)
        return """
            <li class="entry tone-\(HTML(stringLiteral: words.tone))">
            <p class="what"><a href="\(visit.link(.entry(entry.id)))">\(name)</a> \(words.tag)</p>
            \(about)<p class="by">\(decided)</p>
            <p class="when">\(words.until)</p>
            </li>

            """
    }

    private var name: HTML {
        entry.title == entry.itemName.zh
            ? "\(visit[entry.itemName])"
            : "\(visit[entry.itemName])\(visit.say("：", ": "))\(visit.chinese(entry.title))"
    }

    private var about: HTML {
        guard let subject else { return "" }
        return """
            <p class="about"><a href="\(visit.link(.file(key: subject.key)))">\(visit.chinese(subject.name))</a> \
            \(CodeText(spoken: subject.spokenCode).html)</p>

            """
    }

    /// Who decided, when, in which document: a name, never "the system".
    private var decided: HTML {
        let day = visit.time(entry.decidedOn)
        let document: HTML = entry.document.map { "\(visit.say("　", ", "))\(visit.chinese($0))" } ?? ""
        guard let authority = entry.authority else {
            return visit.say("\(day)　\(visit[entry.source])报送", "\(day), handed in by \(visit[entry.source])")
                + document
        }
        let verb: HTML = entry.polarity == .neutral ? "" : "认定"
        return visit.say("\(authority) \(day)\(verb)", "\(visit.chinese(authority)), \(day)") + document
    }
}

extension HTML {
    static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both += right
        return both
    }
}
