import CreditCatalogue
import CreditModel
import CreditSample
import CreditSheets
import Foundation
import TestSupport

/// A sample written into a folder of its own, with what its manifest and truth say.
final class SampleFolder: Sendable {
    let path: String
    let manifest: SampleManifest
    let truth: [SampleFault]

    init(_ city: SampleCity) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)")
        path = url.path
        manifest = try city.write(to: path) { _, _ in }
        truth = try SampleCity.truth(in: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Every file with its bytes.
    func contents() throws -> [String: Data] {
        let url = URL(fileURLWithPath: path)
        var found: [String: Data] = [:]
        for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
            let file = url.appendingPathComponent(name)
            if !file.hasDirectoryPath { found[name] = try? Data(contentsOf: file) }
        }
        return found
    }

    /// The rows of a file as the platform's own reader sees them, by their number.
    func rows(of file: SampleFile) throws -> [(number: Int, cells: [String])] {
        try SampleFolder.rows(at: path + "/" + file.path)
    }

    static func rows(at path: String) throws -> [(number: Int, cells: [String])] {
        var reader = try SheetFile.open(path: path)
        var row = SheetRow()
        var rows: [(Int, [String])] = []
        while try reader.next(&row) { rows.append((row.number, row.texts)) }
        return rows
    }
}

extension SampleFolder {
    static let today = Day(year: 2026, month: 7, day: 3) ?? Day(number: 0)

    static func catalogue() throws -> Catalogue {
        try Folders.city.get()
    }

    static func city(seed: UInt64 = 11, organisations: Int = 300, records: Int = 4_000) throws -> SampleCity {
        SampleCity(seed: seed, organisations: organisations, records: records, catalogue: try catalogue(), today: today)
    }

    /// One sample that all tests of its content share.
    static let shared = Result { try SampleFolder(try city()) }
}
