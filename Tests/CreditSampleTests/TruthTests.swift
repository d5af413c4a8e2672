import CreditCatalogue
import CreditModel
import Foundation
import Testing

@testable import CreditSample

@Suite("The truth about the sample")
struct TruthTests {
    /// The faults of a file's rows, by row number.
    private func faults(_ sample: SampleFolder) -> [String: [Int: [SampleFault]]] {
        Dictionary(grouping: sample.truth, by: \.file).mapValues { Dictionary(grouping: $0, by: \.row) }
    }

    /// A file's headings and the data below them.
    private func table(_ sample: SampleFolder, _ file: SampleFile) throws -> (headings: [String], rows: [Int: [String]])
    {
        let catalogue = try TruthTests.catalogue.get()
        let all = try sample.rows(of: file)
        let start = try #require(all.firstIndex { !catalogue.recognise(headings: $0.cells).isEmpty })
        let data = all[(start + 1)...].filter { $0.cells.contains { !$0.isEmpty } }
        return (all[start].cells, Dictionary(uniqueKeysWithValues: data.map { ($0.number, $0.cells) }))
    }

    private static let catalogue = Result { try SampleFolder.catalogue() }

    @Test("Every fault names a row and a heading that are there, once")
    func pointsAtCells() throws {
        let sample = try SampleFolder.shared.get()
        let faults = faults(sample)
        #expect(Set(sample.truth).count == sample.truth.count)
        for file in sample.manifest.files {
            let table = try table(sample, file)
            #expect(table.rows.count == file.rows, "\(file.path)")
            for fault in (faults[file.path] ?? [:]).values.joined() {
                #expect(fault.row == 0 || table.rows[fault.row] != nil, "\(fault)")
                let isKnown =
                    fault.column.isEmpty || table.headings.contains(fault.column) != (fault.code == "missing-column")
                #expect(isKnown, "\(fault)")
            }
        }
    }

    @Test("The manifest counts what the truth says")
    func countsAgree() throws {
        let sample = try SampleFolder.shared.get()
        let table = try TruthTests.catalogue.get().faults
        let refusing = Set(FaultCode.allCases.filter { table[$0].severity == .refuse }.map(\.rawValue))
        let faults = faults(sample)
        for file in sample.manifest.files {
            var own = faults[file.path] ?? [:]
            let isRefusedWhole = own.removeValue(forKey: 0)?.contains { refusing.contains($0.code) } ?? false
            let refused = own.values.count { $0.contains { refusing.contains($0.code) } }
            #expect(file.refused == (isRefusedWhole ? file.rows : refused), "\(file.path)")
            #expect(file.good + file.queued + file.refused == file.rows)
            #expect(file.warned == (isRefusedWhole ? 0 : own.count - refused), "\(file.path)")
        }
    }

    @Test("Rows without a fault of their code bear valid synthetic codes of known kinds")
    func codesHold() throws {
        let sample = try SampleFolder.shared.get()
        let catalogue = try TruthTests.catalogue.get()
        let faults = faults(sample)
        var prefixes: Set<String> = []
        for file in sample.manifest.files where [.ordinary, .resent].contains(file.kind) {
            let (headings, rows) = try table(sample, file)
            let match = try #require(catalogue.match(headings: headings, with: file.template))
            // People in roles have no such code.
            guard let role = catalogue.item(file.item)?.roles.creditCode else { continue }
            let column = try #require(match.fields.first { $0.value == role }?.key)
            for (number, cells) in rows {
                let own = faults[file.path]?[number] ?? []
                guard
                    !own.contains(where: {
                        $0.column == headings[column] || $0.column.isEmpty || $0.code == "natural-person-row"
                    })
                else { continue }
                let text = cells[column].filter { !" '\t\u{A0}".contains($0) }.uppercased()
                let code = CreditCode(text)
                #expect(code?.hasInnerCheck == true && SampleCity.isSynthetic(text), "\(file.path) \(number) \(text)")
                prefixes.insert(String(text.prefix(2)))
            }
        }
        #expect(prefixes.isSuperset(of: ["91", "92", "93", "11", "12", "51", "52", "53", "31", "N1", "N2", "N3"]))
    }

    @Test(
        "What is noted down about a code is so",
        arguments: [
            ("code-malformed", CreditCode.Defect.malformed), ("code-placeholder", .placeholder),
            ("code-check", .outerCheck),
        ]
    )
    func codesAreBroken(code: String, defect: CreditCode.Defect) throws {
        let sample = try SampleFolder.shared.get()
        let found = sample.truth.filter { $0.code == code }
        #expect(!found.isEmpty)
        for fault in found {
            let file = try #require(sample.manifest.files.first { $0.path == fault.file })
            let (headings, rows) = try table(sample, file)
            let column = try #require(headings.firstIndex(of: fault.column))
            let cell = try #require(rows[fault.row])[column].filter { !" '\t\u{A0}".contains($0) }.uppercased()
            #expect(CreditCode.defect(in: Array(cell.utf8)) == defect, "\(cell)")
        }
    }

    @Test("Citizen numbers stand only where the truth says so, in certificate columns, and in sheets of persons")
    func personalNumbersAreKnown() throws {
        let sample = try SampleFolder.shared.get()
        let catalogue = try TruthTests.catalogue.get()
        let faults = faults(sample)
        for file in sample.manifest.files where [.ordinary, .resent, .unknownColumn].contains(file.kind) {
            let (headings, rows) = try table(sample, file)
            let item = try #require(catalogue.item(file.item))
            let match = try #require(catalogue.match(headings: headings, with: file.template))
            let certificates = match.fields.filter { item.field($0.value)?.type == .certificateNumber }.map(\.key)
            for (number, cells) in rows {
                let own = faults[file.path]?[number] ?? []
                guard !own.contains(where: { $0.code == "natural-person-row" }) else { continue }
                let told = Set(own.filter { $0.code == "personal-number" }.map(\.column))
                let held = zip(headings, cells).enumerated()
                    .filter {
                        !certificates.contains($0) && SyntheticCode.holdsCitizenNumber($1.1, on: SampleFolder.today)
                    }
                    .map(\.element.0)
                #expect(Set(held) == told, "\(file.path) \(number)")
            }
        }
    }
}
