import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import CreditSheets
import Foundation
import TestSupport

/// The example's catalogue with one more layout in it, and files that are handed in under it.
final class LayoutCity {
    let folder: ScratchFolder
    private let path: String

    init(layout: String? = nil) throws {
        folder = try ScratchFolder()
        path = folder.file("catalogue")
        try FileManager.default.copyItem(atPath: Folders.layoutCatalogue, toPath: path)
        if let layout { try Data(layout.utf8).write(to: URL(fileURLWithPath: path + "/layouts/own.yaml")) }
    }

    /// The catalogue; its problems are thrown.
    func catalogue() throws -> Catalogue { try CatalogueLoader.load(from: path) }

    /// What the catalogue says is wrong with the layout, as `line: what → remedy`.
    func problems() -> [CatalogueProblem] {
        do throws(CatalogueError) {
            _ = try CatalogueLoader.load(from: path)
            return []
        } catch {
            return error.problems
        }
    }

    /// Writes a CSV file, and gives its path.
    func write(_ name: String, _ rows: [[String]]) throws -> String {
        let lines = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n" }
        return try folder.file(name, lines.joined().utf8)
    }

    /// Reads files by the layout `own`.
    func read(
        _ paths: [String],
        named id: String? = "own",
        given: [String: String] = [:]
    ) throws -> LaidOut? {
        let day = Day(iso: "2020-09-01") ?? Day(number: 0)
        return try LaidOut.read(paths, catalogue(), named: id, given: given, on: day).first
    }
}

extension LaidOut {
    /// The text of a field of the record of a row, counted from 0 among those kept.
    func text(_ field: String, _ row: Int = 0) -> String? {
        guard records.indices.contains(row), let value = records[row].fields[field] else { return nil }
        switch value {
        case .text(let text): return text
        case .day(let day): return day.iso
        case .choices(let words): return words.joined(separator: "、")
        case .amount(let amount): return "\(amount.fen)"
        case .personal(let mark): return mark.mask
        }
    }
}

/// Made-up codes, whose check characters hold.
enum MadeUpCodes {
    static let one = "91220402TEWT90014J"
    static let two = "91220402TEWT90022D"
    /// The organisation code inside the first.
    static let organisation = String(one.dropFirst(8).prefix(9))
}
