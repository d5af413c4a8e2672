import CreditSearch

/// What the results page says above the hits: how many, or what to do where there are none.
struct ResultsNote: Sendable {
    let visit: Visit
    let query: String
    let note: SearchOutcome.Note?
    let count: Int

    var html: HTML {
        switch note {
        case nil: howTo
        case .complete:
            visit.say(
                "<p role=\"status\">找到 \(count) 个。</p>",
                "<p role=\"status\">\(count) found.</p>"
            )
        case .more:
            visit.say(
                "<p role=\"status\">找到的很多，这里是最接近的 \(count) 个。多写几个字可以缩小范围。</p>",
                "<p role=\"status\">Many match; these are the closest \(count). Write more of the name to narrow them down.</p>"
            )
        case .tooCommon:
            visit.say(
                "<p role=\"status\">有这些字的名称太多，只看了其中一部分；这里是最接近的 \(count) 个。没有您要找的，请再写几个字，最好是字号。</p>",
                "<p role=\"status\">So many names have this that only some were looked at; these are the closest \(count). If what you look for is not here, write more, best of all the brand.</p>"
            )
        case .tooShort: tooShort
        case .nothingFound: nothing
        }
    }

    private var howTo: HTML {
        visit.say(
            "<p>可以写名称中的任意两个字、拼音或者拼音首字母，也可以写代码中相连的任意四位。</p>",
            "<p>Write any two characters of a name, its pinyin or their initials, or any four characters of a code that stand together.</p>"
        )
    }

    private var tooShort: HTML {
        visit.say(
            """
            <div class="panel" role="status"><p>一个字太少，查不出来。</p>
            <ul><li>名称：至少写两个字，例如字号。</li>
            <li>拼音：至少写两个字的拼音，或者两个首字母。</li>
            <li>代码：至少写相连的四位。</li></ul></div>
            """,
            """
            <div class="panel" role="status"><p>One character is too little to look for.</p>
            <ul><li>Of a name, write at least two characters, such as its brand.</li>
            <li>Of pinyin, that of at least two characters, or two initials.</li>
            <li>Of a code, at least four characters that stand together.</li></ul></div>
            """
        )
    }

    private var nothing: HTML {
        visit.say(
            """
            <div class="panel" role="status"><p>没有找到“\(query)”。</p>
            <ul>\(codeHint)<li>只写名称里最特别的两三个字，不写地名和“有限公司”。</li>
            <li>字拿不准，可以写拼音或者拼音首字母。</li>
            <li>个体工商户只能用完整的代码或者完全一致的名称查到。</li>
            <li>这里只有目前有信息公示的组织，查不到自然人。</li></ul></div>
            """,
            """
            <div class="panel" role="status"><p>Nothing was found for “\(visit.chinese(query))”.</p>
            <ul>\(codeHint)<li>Write only the two or three most telling characters, without place and legal form.</li>
            <li>If you are not sure of a character, write pinyin or its initials.</li>
            <li>A sole trader is found only by its whole code or its exact name.</li>
            <li>Only organisations of which something is published at present are here, and no persons.</li></ul></div>
            """
        )
    }

    /// Digits alone are hardly a name.
    private var codeHint: HTML {
        guard query.utf8.filter({ (0x30...0x39).contains($0) }).count * 2 > query.utf8.count else { return "" }
        return visit.say(
            "<li>代码请核对：统一社会信用代码 18 位，工商注册号 15 位；也可以写其中相连的四位以上。</li>\n",
            "<li>Check the code: a unified code has 18 characters, a registration number 15; four or more that stand together will do.</li>\n"
        )
    }
}
