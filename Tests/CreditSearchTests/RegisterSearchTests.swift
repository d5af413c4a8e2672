import CreditModel
import Foundation
import TestSupport
import Testing

@testable import CreditSearch

/// Real names among all others of their register; each tenth is asked for here, all of them by `Benchmarks/real_names.py`.
@Suite struct RegisterSearchTests {
    private static let forms = ["股份有限公司", "有限责任公司", "农民专业合作社", "有限公司", "分公司"]

    /// Name and code, the first and third column.
    private static func rows() throws -> [(name: String, code: String)] {
        try String(contentsOfFile: Folders.registerSample, encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst()
            .map { line in
                let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
                return (String(cells[0]), String(cells[2]))
            }
    }

    /// The initials of one way to read a name, chosen by chance.
    private static func initials(_ name: String, _ random: inout SplitMix) -> String {
        String(
            decoding: NameFolding.fold(name)
                .compactMap { unit -> UInt8? in
                    let syllable = Sounds.shared.readings(of: unit).randomElement(using: &random)
                    return syllable.map { UInt8(truncatingIfNeeded: Sounds.shared.letters[Int($0 & ~Sounds.rare)]) }
                },
            as: UTF8.self
        )
    }

    @Test(.enabled(if: Folders.hasRegisterSample, "the register sample is not there"))
    func everyNameIsFoundByNameCodeInitialsAndWithoutItsForm() async throws {
        let rows = try Self.rows()
        var builder = NameIndexBuilder()
        for (number, row) in rows.enumerated() {
            builder.add(SubjectNames(id: Int64(number), key: row.code, names: [SubjectNames.Name(row.name)]))
        }
        let search = NameSearch(builder.build())
        var random = SplitMix(state: 11)
        func codes(_ query: String, _ limit: Int) async throws -> [String] {
            try await search.find(query, limit: limit, today: Names.today).hits.map(\.key)
        }
        for number in stride(from: 0, to: rows.count, by: 10) {
            let (name, code) = rows[number]
            #expect(try await codes(name, 1) == [code])
            #expect(try await codes(code, 1) == [code])
            if let form = Self.forms.first(where: { name.hasSuffix($0) }) {
                #expect(try await codes(String(name.dropLast(form.count)), 10).contains(code), "without \(form)")
            }
            if number % 100 == 0 {
                #expect(try await codes(Self.initials(name, &random), 50).contains(code), "initials of row \(number)")
            }
        }
    }
}
