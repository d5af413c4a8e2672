import CreditCatalogue
import CreditModel
import TestSupport
import Testing

@Suite("The example of layouts")
struct ExampleCatalogueTests {
    @Test("Its catalogue has no problems")
    func isSound() {
        var problems: [String] = []
        if case .failure(let error) = Folders.layoutCity { problems = error.problems.map { $0.text(in: .en) } }
        for problem in problems { print(problem) }
        #expect(problems == [])
    }
}
