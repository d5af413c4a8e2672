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
            visit.say(
                "<p>请输入名称中的任意两个字、拼音或拼音首字母，或者代码中的任意四位。</p>",
                "<p>Enter any two characters of a name, its pinyin or their initials, or any four characters of a code.</p>"
            )
        case .complete:
            visit.say("<p role=\"status\">找到 \(found.count) 个。</p>", "<p role=\"status\">\(found.count) found.</p>")
        case .more:
            visit.say(
                "<p role=\"status\">找到的很多，这里是最接近的 \(found.count) 个。多写几个字可以缩小范围。</p>",
                "<p role=\"status\">Many match; these are the closest \(found.count). Write more of the name to narrow them down.</p>"
            )
        case .tooCommon:
            visit.say(
                "<p role=\"status\">含有这些字的名称太多，只看了其中一部分；这里是最接近的 \(found.count) 个。请多写几个字，尤其是字号。</p>",
                "<p role=\"status\">So many names have this that only some were looked at; these are the closest \(found.count). Write more, above all of what is particular to the name.</p>"
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
        hit.matchedName == hit.name ? marked(hit) : visit.chinese(hit.name)
    }

    private func marked(_ hit: SearchHit) -> HTML {
        let marked = Marked(text: hit.matchedName, ranges: hit.matched).html
        return visit.language == .zh ? marked : "<span lang=\"zh-Hans\">\(marked)</span>"
    }

    /// Why it matched, where that is not plain.
    private func why(_ hit: SearchHit) -> HTML {
        if hit.isFormer, hit.matchedName != hit.name {
            return visit.say(
                "<p class=\"note\">曾用名：\(marked(hit))</p>\n",
                "<p class=\"note\">Former name: \(marked(hit))</p>\n"
            )
        }
        switch hit.why {
        case .similar:
            return visit.say("<p class=\"note\">名称相近</p>\n", "<p class=\"note\">A name close to what you wrote</p>\n")
        case .pinyin: return visit.say("<p class=\"note\">按拼音找到</p>\n", "<p class=\"note\">By its pinyin</p>\n")
        case .initials:
            return visit.say(
                "<p class=\"note\">按拼音首字母找到</p>\n",
                "<p class=\"note\">By the initials of its pinyin</p>\n"
            )
        case .code, .codePart:
            return visit.say(
                "<p class=\"note\">代码含有 \(Marked(text: hit.matchedName, ranges: hit.matched).html)</p>\n",
                "<p class=\"note\">Its code holds \(Marked(text: hit.matchedName, ranges: hit.matched).html)</p>\n"
            )
        case .exactName, .beginning, .part: return ""
        }
    }

    private func facts(_ found: ResultsPage.Found) -> HTML {
        guard let subject = found.subject else { return "" }
        let words = [visit[subject.kindName], subject.place.map { visit[$0] }, subject.status].compactMap(\.self)
        return "\(words.map { word -> HTML in " <span class=\"fact\">\(visit.word(word))</span>" })"
    }
}
