import CreditFiles
import CreditModel
import CreditSearch

/// The results page's content.
struct ResultsView: Sendable {
    let visit: Visit
    let query: String
    let note: SearchOutcome.Note?
    let found: [ResultsPage.Found]

    var html: HTML {
        """
        <h1>\(visit.say("查询结果", "Results"))</h1>
        \(SearchBox(visit: visit, place: .results(query)).html)
        \(summary)
        \("<ol class=\"results\">\n\(found.map(row))</ol>", if: !found.isEmpty)
        """
    }

    private var summary: HTML {
        switch note {
        case nil:
            visit.say("<p>请输入名称中的任意两个字，或者完整的代码。</p>", "<p>Enter any two characters of a name, or a whole code.</p>")
        case .complete:
            visit.say("<p role=\"status\">找到 \(found.count) 个。</p>", "<p role=\"status\">\(found.count) found.</p>")
        case .more:
            visit.say(
                "<p role=\"status\">找到的很多，这里是最接近的 \(found.count) 个。多写几个字可以缩小范围。</p>",
                "<p role=\"status\">Many match; these are the closest \(found.count). Write more of the name to narrow them down.</p>"
            )
        case .nothingFound: nothing
        case .tooShort:
            visit.say("<p role=\"status\">请至少输入两个字。</p>", "<p role=\"status\">Enter at least two characters.</p>")
        }
    }

    private var nothing: HTML {
        visit.say(
            """
            <div class="panel" role="status"><p>没有找到“\(query)”。</p>
            <ul><li>换成名称里最特别的两三个字，不要写“有限公司”。</li>
            <li>个体工商户只能用完整的代码或者完整的字号名称查询。</li>
            <li>自然人不在查询范围内。</li></ul></div>
            """,
            """
            <div class="panel" role="status"><p>Nothing was found for “\(visit.chinese(query))”.</p>
            <ul><li>Try the two or three most telling characters, without the legal form.</li>
            <li>A sole trader is found only by its whole code or its exact trade name.</li>
            <li>Persons cannot be looked up.</li></ul></div>
            """
        )
    }

    private func row(_ found: ResultsPage.Found) -> HTML {
        """
        <li><p class="what"><a href="\(visit.link(.file(key: found.hit.key)))">\(name(found.hit))</a></p>
        \(why(found.hit))<p class="by">\(CodeText(spoken: found.subject?.spokenCode ?? found.hit.key).html)\(facts(found))</p></li>

        """
    }

    /// The name of today, with the part that matched marked where it is this name that did.
    private func name(_ hit: SearchHit) -> HTML {
        hit.why == .formerName || hit.matchedName != hit.name ? visit.chinese(hit.name) : marked(hit)
    }

    private func marked(_ hit: SearchHit) -> HTML {
        let characters = Array(hit.matchedName)
        let range = hit.matched.clamped(to: 0..<characters.count)
        let parts = [characters[..<range.lowerBound], characters[range], characters[range.upperBound...]]
            .map { String($0) }
        let marked: HTML = "\(parts[0])\("<mark>\(parts[1])</mark>", if: !parts[1].isEmpty)\(parts[2])"
        return visit.language == .zh ? marked : "<span lang=\"zh-Hans\">\(marked)</span>"
    }

    private func why(_ hit: SearchHit) -> HTML {
        guard hit.why == .formerName || hit.matchedName != hit.name, !hit.matchedName.isEmpty else { return "" }
        return visit.say(
            "<p class=\"note\">曾用名：\(marked(hit))</p>\n",
            "<p class=\"note\">Former name: \(marked(hit))</p>\n"
        )
    }

    private func facts(_ found: ResultsPage.Found) -> HTML {
        guard let subject = found.subject else { return "" }
        let words = [visit[subject.kindName], subject.place.map { visit[$0] }, subject.status].compactMap(\.self)
        return "\(words.map { word -> HTML in " <span class=\"fact\">\(visit.word(word))</span>" })"
    }
}
