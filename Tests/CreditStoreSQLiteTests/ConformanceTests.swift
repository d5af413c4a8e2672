import CreditStoreTesting
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: StoreConformance.Promise.allCases) func storeKeeps(promise: StoreConformance.Promise) async throws
    {
        let place = try Place()
        let kit = StoreConformance(catalogue: place.catalogue, keys: place.keys) { place.store }
        try await kit.run(promise)
    }
}
