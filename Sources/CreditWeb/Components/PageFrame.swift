import CreditCatalogue
import CreditModel
import CreditStore

/// A page's own part, before masthead and footer are put around it.
struct PageBody: Sendable {
    /// Where it is; links to itself in the other language are made from this.
    let page: Page
    /// What stands in the window's title, before the portal's name.
    let title: String
    /// Whether search engines may keep it; pages with adverse entries they may not.
    var isIndexed = true
    /// The pages above it, from the home page on (which is left out).
    var above: [(title: String, page: Page)] = []
    /// The ledger it was read at, for the printed footer.
    var head: LedgerHead?
    /// Whether a button copies something.
    var copies = false
    /// Whether it sends or follows a file that is checked.
    var checks = false
    /// Whether its address is known to one visitor alone: it is not passed on, and kept nowhere.
    var isPrivate = false
    /// Whether it is asked for again every two seconds where there is no script.
    var refreshes = false
    let content: HTML
}

/// Masthead, way back, content, footer: the same around every page.
struct PageFrame: Sendable {
    let visit: Visit

    func around(_ body: PageBody) -> HTML {
        """
        <!doctype html>
        <html lang="\(visit.language.tag)"\(" class=\"large\"", if: visit.isLarge)>
        \(head(body))
        <body>
        <a class="skip" href="#main">\(visit.say("跳到正文", "Skip to content"))</a>
        \(masthead(body))
        <main id="main" tabindex="-1">
        \(trail(body))\(body.content)
        </main>
        \(footer(body))
        </body>
        </html>

        """
    }

    private func head(_ body: PageBody) -> HTML {
        let masthead = visit[visit.catalogue.city.masthead]
        let title = body.page == .home ? masthead : body.title + " - " + masthead
        return """
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            \("<meta name=\"robots\" content=\"noindex\">\n", if: !body.isIndexed)\(addresses(body))\
            <link rel="icon" href="\(visit.backstage.assets.link("mark.svg"))" type="image/svg+xml">
            <link rel="stylesheet" href="\(visit.backstage.assets.link("site.css"))">
            \("<link rel=\"stylesheet\" href=\"\(visit.backstage.assets.link("check.css"))\">\n", if: body.checks)\
            \("<link rel=\"stylesheet\" href=\"\(visit.backstage.assets.link("reference.css"))\">\n", if: body.page.isReference)\
            \(script("suggest.js"))\(script("copy.js"), if: body.copies)\
            \(script("check.js"), if: body.checks)\
            \("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>\n", if: body.refreshes)</head>
            """
    }

    private func script(_ name: String) -> HTML {
        "<script src=\"\(visit.backstage.assets.link(name))\" defer></script>\n"
    }

    /// Search engines want whole addresses; until the city has one, those of this host will do.
    private var site: String { visit.catalogue.city.site ?? "" }

    private func addresses(_ body: PageBody) -> HTML {
        guard body.page != .missing, !body.isPrivate else { return "" }
        return """
            <link rel="canonical" href="\(site)\(Link.to(body.page, in: visit.language))">
            <link rel="alternate" hreflang="zh-Hans" href="\(site)\(Link.to(body.page, in: .zh))">
            <link rel="alternate" hreflang="en" href="\(site)\(Link.to(body.page, in: .en))">

            """
    }

    private func masthead(_ body: PageBody) -> HTML {
        let other: Language = visit.language == .zh ? .en : .zh
        let page = body.page == .missing ? .home : body.page
        return """
            <header class="masthead"><div class="wide">
            \(body.page == .home ? host : city)
            \(SearchBox(visit: visit, place: .masthead).html, if: body.page.hasMastheadSearch)
            <nav class="switches" aria-label="\(visit.say("语言和字号", "Language and type size"))">
            <a href="\(Link.to(page, in: other, isLarge: visit.isLarge))" hreflang="\(other.tag)" \
            lang="\(other.tag)">\(other == .en ? "English" : "中文")</a>
            <a href="\(Link.to(page, in: visit.language, isLarge: !visit.isLarge))">\
            \(visit.isLarge ? visit.say("标准字号", "Standard type") : visit.say("大字版", "Large type"))</a>
            </nav>
            </div></header>
            """
    }

    private var city: HTML {
        "<p class=\"city\"><a href=\"\(visit.link(.home))\">\(visit[visit.catalogue.city.masthead])</a></p>"
    }

    /// The home page says the portal's name in its heading; above it stands who is answerable.
    private var host: HTML {
        let name = visit[visit.catalogue.city.operatedBy]
        return "<p class=\"operated\">\(visit.say("\(name)主办", "Operated by \(name)"))</p>"
    }

    private func trail(_ body: PageBody) -> HTML {
        guard body.page != .home, body.page != .missing else { return "" }
        let steps: [HTML] = body.above.map {
            "<li><a href=\"\(visit.link($0.page))\">\(visit.chinese($0.title))</a></li>"
        }
        return """
            <nav class="trail" aria-label="\(visit.say("所在位置", "Where you are"))"><ol>\
            <li><a href="\(visit.link(.home))">\(visit.say("首页", "Home"))</a></li>\(steps)\
            <li aria-current="page">\(visit.chinese(body.title))</li></ol></nav>

            """
    }
}

extension Page {
    /// The home page, the results and what stands in a missing page's place have a search box of their own.
    fileprivate var hasMastheadSearch: Bool {
        switch self {
        case .home, .results, .missing: false
        default: true
        }
    }
}

extension Page {
    /// Whether it belongs to the catalogue, which has a style sheet of its own.
    fileprivate var isReference: Bool {
        switch self {
        case .catalogue, .item, .departments, .department, .plan, .clause, .subjects, .subject, .subjectSection, .laws,
            .law:
            true
        default: false
        }
    }
}

extension Language {
    /// The language tag of its pages.
    var tag: String {
        switch self {
        case .zh: "zh-Hans"
        case .en: "en"
        }
    }
}
