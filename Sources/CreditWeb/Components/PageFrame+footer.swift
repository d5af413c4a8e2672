import CreditCatalogue
import CreditModel
import CreditStore

extension PageFrame {
    func footer(_ body: PageBody) -> HTML {
        """
        <footer class="footer"><div class="wide">
        <nav aria-label="\(visit.say("更多", "More"))"><ul>
        \(FooterLinks.pages.map(link))
        <li><a href="\(Link.description)">\(visit.say("开放接口", "Open API"))</a></li>
        </ul></nav>
        \(imprint)
        \(printed(body))
        </div></footer>
        """
    }

    private func link(_ page: Page) -> HTML {
        "<li><a href=\"\(visit.link(page))\">\(visit[FooterLinks.title(page)])</a></li>\n"
    }

    private var imprint: HTML {
        let city = visit.catalogue.city
        let filing: HTML = city.filingNumber.map { "<li>\($0)</li>" } ?? ""
        let identifier: HTML =
            city.siteIdentifier.map { "<li>\(visit.say("网站标识码", "Site identifier")) \($0)</li>" } ?? ""
        return """
            <ul class="imprint">
            <li>\(visit.say("主办单位：", "Operated by "))\(visit[city.operatedBy])</li>
            <li>\(visit[city.contact.office])\(visit.say("　电话 ", ", telephone "))<a href="tel:\(city.contact.telephone)">\
            \(city.contact.telephone)</a></li>
            \(filing)\(identifier)
            </ul>
            <p class="product"><svg class="mark" viewBox="0 0 48 24" width="48" height="24" aria-hidden="true">\
            <path d="M3 21V9.500C3 3.500 12 3.500 12 9.500V13c0 4.500 3 6 7 6h26"/></svg> \
            <span lang="zh-Hans">信源</span> Xinyuan</p>
            """
    }

    /// What a printed page must say of itself: the day, and the ledger that vouches for it.
    private func printed(_ body: PageBody) -> HTML {
        let day = visit.say("\(visit[visit.today])打印", "Printed on \(visit[visit.today])")
        guard let head = body.head else { return "<p class=\"printed\">\(day)</p>" }
        let root = Base16.grouped(head.root)
        return """
            <p class="printed">\(day)\(visit.say("　存证日志 \(head.size) 条，根 ", " · ledger of \(head.size) entries, root "))\
            \(root)</p>
            """
    }
}

/// The pages that every footer and the home page point to, with their names.
enum FooterLinks {
    static let pages: [Page] = [
        .lists, .catalogue, .subjects, .departments, .plan, .laws(), .rules, .check, .guide, .objection, .repair,
        .report,
        .ledger,
    ]

    static func title(_ page: Page) -> Bilingual {
        switch page {
        case .lists: Bilingual(zh: "双公示和名单", en: "Public lists")
        case .catalogue: Bilingual(zh: "信用目录", en: "Catalogue")
        case .departments: Bilingual(zh: "报送部门", en: "Departments")
        case .subjects: Bilingual(zh: "哪些信息会被记录", en: "What may be recorded")
        case .plan: Bilingual(zh: "任务落实情况", en: "The plan, clause by clause")
        case .laws: Bilingual(zh: "法律依据", en: "Laws")
        case .rules: Bilingual(zh: "公示规则", en: "Publication rules")
        case .objection: Bilingual(zh: "提出异议", en: "Objecting")
        case .repair: Bilingual(zh: "申请修复", en: "Repair")
        case .report: Bilingual(zh: "举报失信", en: "Reporting a breach")
        case .check: Bilingual(zh: "查验表格", en: "Check a file")
        case .guide: Bilingual(zh: "报送指南", en: "Handing in")
        case .ledger: Bilingual(zh: "存证日志", en: "Ledger")
        default: Bilingual(zh: "首页", en: "Home")
        }
    }
}

/// Hexadecimal digits for people.
enum Base16 {
    /// Digits in groups of eight, so that an eye can compare them.
    static func grouped(_ bytes: [UInt8]) -> String {
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return stride(from: 0, to: digits.count, by: 4).map { digits[$0..<min($0 + 4, digits.count)].joined() }
            .joined(separator: " ")
    }
}
