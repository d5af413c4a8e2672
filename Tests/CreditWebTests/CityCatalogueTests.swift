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
        for page in items + [.home, .catalogue, .departments, .rules, .repair, .file(key: SampleFiles.full)] {
            for language in Language.allCases {
                let reply = try await portal.get(Link.to(page, in: language))
                #expect(reply.status == 200 && reply.bytes.count <= 60_000, "\(page) \(reply.bytes.count)")
                #expect(Markup(reply.text).faults.isEmpty, "\(page)")
            }
        }
    }
}
