import CreditFiles
import CreditModel
import CreditSearch

/// One hit: its name with what matched, why, what tells it apart, code, kind, place and status.
struct ResultRow: Sendable {
    let visit: Visit
    let found: ResultsPage.Found
    /// The hit of which this is a branch.
    let parent: SearchHit?

    private var hit: SearchHit { found.hit }

    var html: HTML {
        """
        <li><p class="what"><a href="\(visit.link(.file(key: hit.key)))">\(name)</a></p>
        \(why)\(siblings)<p class="by">\(code)\(facts)</p></li>

        """
    }

    /// The name of today; what matched is marked where it is this name that did.
    private var name: HTML {
        chinese(
            Marked(
                text: hit.name,
                ranges: hit.matchedName == hit.name ? hit.matched : [],
                told: found.standing?.told ?? []
            )
        )
    }

    private func chinese(_ marked: Marked) -> HTML {
        visit.language == .zh ? marked.html : "<span lang=\"zh-Hans\">\(marked.html)</span>"
    }

    /// Why it matched, where the mark in the name does not say it.
    private var why: HTML {
        let words = [formerName, way].filter { !$0.isEmpty }
        guard !words.isEmpty else { return "" }
        return "<p class=\"note\">\(words.joined(separator: visit.say("；", "; ")))</p>\n"
    }

    private var formerName: HTML {
        guard hit.isFormer, hit.matchedName != hit.name else { return "" }
        let name = chinese(Marked(text: hit.matchedName, ranges: hit.matched))
        return visit.say("曾用名：\(name)", "Former name: \(name)")
    }

    private var way: HTML {
        switch hit.why {
        case .similar: visit.say("名称与所查的相近", "A name close to what you wrote")
        case .pinyin: visit.say("按拼音找到", "Found by its pinyin")
        case .initials: visit.say("按拼音首字母找到", "Found by the initials of its pinyin")
        case .code, .codePart: byCode
        case .exactName:
            hit.isFormer
                ? visit.say("与这个曾用名完全一致", "exactly what you wrote") : visit.say("名称完全一致", "Exactly the name you wrote")
        case .beginning, .part: ""
        }
    }

    /// The mark in the code says it, unless it is a number that is not shown otherwise.
    private var byCode: HTML {
        guard hit.matchedName != hit.key else { return visit.say("代码中有所查的部分", "Its code holds what you wrote") }
        let number = Marked(text: hit.matchedName, ranges: hit.matched).html
        return visit.say("注册号 \(number)", "Registration number \(number)")
    }

    private var code: HTML {
        CodeText(
            spoken: found.subject?.spokenCode ?? hit.key,
            matched: hit.matchedName == hit.key ? hit.matched : []
        )
        .html
    }

    private var siblings: HTML {
        guard let standing = found.standing else { return "" }
        let parent = parent.map { (name: $0.name, link: visit.link(.file(key: $0.key))) }
        return SiblingLine(visit: visit, standing: standing, parent: parent).html
    }

    private var facts: HTML {
        guard let subject = found.subject else { return "" }
        let words = [visit[subject.kindName], subject.place.map { visit[$0] }, subject.status].compactMap(\.self)
        return "\(words.map { word -> HTML in " <span class=\"fact\">\(visit.word(word))</span>" })"
    }
}
