import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSample
import Testing

/// The truth file is matched exactly: nothing overlooked, nothing made up, nothing said twice.
@Suite("The checker against the truth about a sample city")
struct SampleTruthTests {
    @Test("Every fault of a small city is found in its row and column, and no other")
    func smallCity() throws {
        try compare(try SampleCityFiles.small.get())
    }

    @Test("So it is with another seed", arguments: [1, 2])
    func otherSeeds(seed: UInt64) throws {
        try compare(try SampleCityFiles(organisations: 120, records: 1_500, seed: seed))
    }

    @Test("Every fault of the city of 5,000 organisations and 50,000 records")
    func wholeCity() throws {
        try compare(try SampleCityFiles(organisations: 5_000, records: 50_000, seed: 2018))
    }

    private func compare(_ city: SampleCityFiles) throws {
        for file in city.manifest.files {
            let checked = try city.checked(file)
            let found = checked.lines
            let expected = city.expected(file)
            if found != expected {
                let unsaid = expected.filter { !found.contains($0) }.prefix(5)
                let invented = found.filter { !expected.contains($0) }.prefix(5)
                Issue.record("\(file.path): not found \(Array(unsaid)), not in the truth \(Array(invented))")
            }
            #expect(checked.match.template.id == file.template, "\(file.path)")
            let counts = [checked.rows, checked.admitted, checked.refused, checked.queued, checked.warned]
            #expect(counts == [file.rows, file.good, file.refused, file.queued, file.warned], "\(file.path)")
        }
    }

    @Test("The small city has every fault that a checked file can have")
    func coversTheFaults() throws {
        let city = try SampleCityFiles.small.get()
        let told = Set(city.truth.values.joined().map(\.code))
        // Found by the store alone, which knows the organisations; or in departments' own exports, which the city has none of.
        let apart = FaultCode.ofLayouts.union([.identityConflict])
        let untold = Set(FaultCode.allCases).subtracting(apart).map(\.rawValue).filter { !told.contains($0) }
        #expect(untold.count <= 3, "\(untold.sorted())")
    }

    @Test("No fault, in no language, holds a citizen number (limit 8)")
    func faultsHoldNoCitizenNumber() throws {
        let city = try SampleCityFiles.small.get()
        var told = 0
        for file in city.manifest.files {
            for fault in try city.checked(file).faults {
                let words = Language.allCases.flatMap { language in
                    [
                        city.catalogue.faults.message(for: fault, in: language),
                        city.catalogue.faults.remedy(for: fault, in: language),
                    ]
                }
                told += fault.code == .personalNumber ? 1 : 0
                for text in words + [fault.value, fault.column] {
                    #expect(!PersonalNumbers.stand(in: Array(text.utf8)), "\(file.path) \(fault.row) \(fault.code)")
                }
            }
        }
        #expect(told > 0)
    }
}

/// Looks for citizen numbers.
enum PersonalNumbers {
    static func stand(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { !CitizenNumber.ranges(in: $0, on: day("2026-07-03")).isEmpty }
    }
}
