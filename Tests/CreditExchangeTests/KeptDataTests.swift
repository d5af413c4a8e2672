import CreditExchange
import CreditModel
import CreditSample
import CreditStore
import CreditStoreSQLite
import Foundation
import TestSupport
import Testing

@Suite("A whole sample city handed in")
struct KeptDataTests {
    @Test("Counts are those of the manifest, no citizen number is kept in clear, and the entries give the files")
    func keepsTheCity() async throws {
        let city = try SampleCityFiles.small.get()
        let place = try TestStore(city.catalogue)
        for file in city.manifest.files {
            let (outcome, _) = try await place.submit(
                city.folder.file(file.path),
                from: file.department,
                on: day(file.received)
            )
            // The same bytes again are nothing new: the receipt is of no rows beyond those held already.
            let counts = outcome.receipt.counts
            #expect(counts.rows == file.rows && counts.refused == file.refused, "\(file.path)")
            #expect(counts.admitted + counts.held == file.good + file.queued, "\(file.path)")
        }
        let proof = try place.store.replay(into: place.folder.file("again.sqlite")) { _, _ in }
        #expect(proof.entries > 4_000 && proof.rootHolds && proof.digestHolds)
        try place.store.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: place.folder.path) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: place.folder.file(name)))
            #expect(!PersonalNumbers.stand(in: Array(bytes)), "\(name)")
        }
    }
}
