import CreditCatalogue
import CreditModel
import Hummingbird

/// How to object, to apply for repair, to report a breach.
///
/// Until their desks open, it is text and a contact: no dead buttons.
struct ObjectionPage: PageMaker {
    static let route = PageRoute.objection

    func answer(_ call: Call) async throws -> Response {
        HelpAnswer.make(.objection, ObjectionView(visit: call.visit).html, call)
    }
}

/// How departments hand in: check, mend, send again.
struct GuidePage: PageMaker {
    static let route = PageRoute.guide

    func answer(_ call: Call) async throws -> Response {
        HelpAnswer.make(.guide, GuideView(visit: call.visit).html, call)
    }
}

/// How to apply for repair.
struct RepairPage: PageMaker {
    static let route = PageRoute.repair

    func answer(_ call: Call) async throws -> Response {
        HelpAnswer.make(.repair, RepairView(visit: call.visit).html, call)
    }
}

/// How to report a breach.
struct ReportPage: PageMaker {
    static let route = PageRoute.report

    func answer(_ call: Call) async throws -> Response {
        HelpAnswer.make(.report, ReportView(visit: call.visit).html, call)
    }
}

/// What the three have in common.
enum HelpAnswer {
    static func make(_ page: Page, _ content: HTML, _ call: Call) -> Response {
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let body = PageBody(page: page, title: call.visit[FooterLinks.title(page)], content: content)
        return Answer.page(body, call, keeping: .asking(tag: tag))
    }
}

/// Where to go: office, address, telephone, hours.
struct ContactPanel: Sendable {
    let visit: Visit

    var html: HTML {
        let contact = visit.catalogue.city.contact
        return """
            <div class="panel"><h2 id="contact">\(visit.say("在哪里办", "Where to go"))</h2>
            <dl class="rows">
            <div><dt>\(visit.say("受理处", "Office"))</dt><dd>\(visit[contact.office])</dd></div>
            <div><dt>\(visit.say("地址", "Address"))</dt><dd>\(visit[contact.address])</dd></div>
            <div><dt>\(visit.say("电话", "Telephone"))</dt><dd><a href="tel:\(contact.telephone)">\(contact.telephone)</a></dd></div>
            <div><dt>\(visit.say("时间", "Hours"))</dt><dd>\(visit[contact.hours])</dd></div>
            </dl></div>
            """
    }
}
