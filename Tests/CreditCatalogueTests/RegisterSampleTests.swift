import CreditCatalogue
import CreditModel
import Foundation
import TestSupport
import Testing

/// The newly registered enterprises of 2019: every row has to fit the layout that the catalogue knows it by.
@Suite struct RegisterSampleTests {
    @Test(.enabled(if: Folders.hasRegisterSample, "the register sample is not there"))
    func everyRowFitsTheFieldsOfItsLayout() throws {
        let catalogue = try CatalogueLoader.load(from: Folders.catalogue)
        let rows = try CommaRows(path: Folders.registerSample).rows
        let match = try #require(catalogue.recognise(headings: rows[0]).first)
        #expect(match.template.id == "registration-daily-2019")
        #expect(match.unknown.isEmpty && match.missing.isEmpty && match.leftOut.count == 2)
        let cells = match.fields.compactMap { position, id in match.item.field(id).map { (position, $0) } }
        var misfits: [String] = []
        for row in rows.dropFirst() {
            for (position, field) in cells where !fits(row[position], field, catalogue) {
                misfits.append("\(field.id): \(row[position])")
            }
        }
        #expect(rows.count == 42_822)
        #expect(misfits.isEmpty, "\(misfits.prefix(5))")
    }

    private func fits(_ cell: String, _ field: Field, _ catalogue: Catalogue) -> Bool {
        if cell.isEmpty { return field.requirement != .required }
        guard cell.unicodeScalars.count <= field.maxLength else { return false }
        return switch field.type {
        case .day: Day(iso: cell) != nil
        case .creditCode: CreditCode(cell) != nil
        case .choice(let list):
            catalogue.codeLists[list]?.values.contains { $0.text == cell || $0.aliases.contains(cell) } ?? false
        default: true
        }
    }
}

/// Comma-separated rows with quotes, as far as this file needs them.
private struct CommaRows {
    var rows: [[String]] = []

    init(path: String) throws {
        var row: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        for byte in try Data(contentsOf: URL(fileURLWithPath: path)) where byte != 0x0D {
            switch byte {
            case 0x22: quoted.toggle()
            case 0x2C where !quoted, 0x0A where !quoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                if byte == 0x0A {
                    rows.append(row)
                    row.removeAll(keepingCapacity: true)
                }
            default: cell.append(byte)
            }
        }
    }
}
