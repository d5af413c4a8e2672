import CreditCatalogue
import CreditModel
import Foundation
import Testing

@testable import CreditWeb

@Suite("With the repository's own catalogue")
struct CityCatalogueTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("catalogue").path

    @Test("every item, list and reference page holds in both languages")
    func everyPage() async throws {
        let catalogue = try CatalogueLoader.load(from: CityCatalogueTests.folder)
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
