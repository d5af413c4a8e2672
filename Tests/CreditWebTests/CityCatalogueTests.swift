import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@testable import CreditWeb

@Suite("With the repository's own catalogue")
struct CityCatalogueTests {
    @Test("every item, list and reference page holds in both languages")
    func everyPage() async throws {
        let catalogue = try Folders.city.get()
        let portal = try TestPortal(catalogue)
        let items =
            catalogue.items.map { Page.item($0.id) } + catalogue.items.filter(\.isListed).map { Page.list(item: $0.id) }
        let clauses = (catalogue.plan?.clauses ?? []).map { Page.clause($0.id) }
        let departments = catalogue.departments.all.map { Page.department($0.id) }
        let laws = catalogue.laws.map { Page.law($0.id) } + Law.Kind.allCases.map { Page.laws($0) }
        let subjects = SubjectTopic.all.flatMap { topic in
            [Page.subject(topic)]
                + (topic == .personInRole
                    ? [] : catalogue.sections.map { Page.subjectSection(topic, section: $0.id) })
        }
        let single: [Page] = [
            .home, .lists, .catalogue, .departments, .plan, .subjects, .laws(), .rules, .repair, .check,
            .file(key: SampleFiles.full),
        ]
        for page in items + clauses + departments + laws + subjects + single {
            for language in Language.allCases {
                let reply = try await portal.get(Link.to(page, in: language))
                #expect(reply.status == 200 && reply.bytes.count <= 60_000, "\(page) \(reply.bytes.count)")
                #expect(Markup(reply.text).faults.isEmpty, "\(page)")
            }
        }
    }
}
