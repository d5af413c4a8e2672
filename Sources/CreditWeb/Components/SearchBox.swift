import CreditModel

/// The search box: a plain form, so that it works without a script.
struct SearchBox: Sendable {
    enum Place: Sendable, Hashable {
        /// The home page's one thing, with focus.
        case home
        /// Above the results, holding what was asked.
        case results(String)
        /// Small, in the masthead.
        case masthead
    }

    let visit: Visit
    let place: Place

    var html: HTML {
        """
        <form class="search\(" search-small", if: place == .masthead)" role="search" action="\(action)" method="get"\(suggesting)>
        <label id="q-label" for="q">\(visit.say("企业或组织的名称、统一社会信用代码", "Name or unified code of an organisation"))</label>
        <div class="search-row"><input id="q" name="q" type="search" maxlength="100" autocomplete="off" spellcheck="false" enterkeyhint="search" \
        required\(filling)>\(size)\
        <button type="submit">\(visit.say("查询", "Search"))</button></div>
        </form>
        """
    }

    /// What `suggest.js` needs: whom to ask, where files stand, and its words.
    private var suggesting: HTML {
        """
         data-suggest="\(Link.suggest)?q=" data-file="\(visit.link(.file(key: "-")))" \
        data-one="\(visit.say("有 1 条建议，按向下键选择", "1 suggestion; press the down arrow to choose it"))" \
        data-many="\(visit.say("有 # 条建议，按向下键选择", "# suggestions; press the down arrow to choose"))" \
        data-none="\(visit.say("没有建议", "No suggestions"))" data-former="\(visit.say("曾用名：", "Former name: "))" \
        data-similar="\(visit.say("名称相近", "close name"))" data-pinyin="\(visit.say("拼音", "pinyin"))" \
        data-initials="\(visit.say("拼音首字母", "pinyin initials"))"
        """
    }

    private var action: String { Link.to(.results(query: ""), in: visit.language) }

    private var filling: HTML {
        switch place {
        case .home: " autofocus"
        case .results(let query): " value=\"\(query)\""
        case .masthead: ""
        }
    }

    private var size: HTML { visit.isLarge ? "<input type=\"hidden\" name=\"type\" value=\"large\">" : "" }
}
