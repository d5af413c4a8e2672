import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite
import TestSupport
import Testing

@Suite("The real register of 2019")
struct RegisterSampleTests {
    @Test(
        "All 42,821 newly registered enterprises are admitted, and each has a file",
        .enabled(if: Folders.hasRegisterSample, "the register sample is not there")
    )
    func admitsEveryRow() async throws {
        let place = try TestStore(try Folders.city.get())
        let (outcome, faults) = try await place.submit(Folders.registerSample, from: "市场监督管理局", on: day("2026-07-03"))
        let counts = outcome.receipt.counts
        #expect(
            [counts.rows, counts.admitted, counts.refused, counts.held] == [42_821, 42_821, 0, 0],
            "\(faults.prefix(5))"
        )
        #expect(counts.added == 42_821)
        #expect(outcome.receipt.sealSequence == 42_822)
        let first = try await place.store.subject(key: "91410781MA473JY21P")
        #expect(first?.name == "新乡金诺新型建材有限公司")
        let names = try await place.store.namedSubjects(after: 0, limit: 50_000, today: day("2026-07-03"))
        #expect(Set(names.map(\.key)).count == 42_821)
    }
}
