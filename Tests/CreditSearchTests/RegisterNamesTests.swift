import CreditSearch
import Foundation
import TestSupport
import Testing

/// Names of a real register, read where it lies and never copied: each row is an organisation of its own.
@Suite struct RegisterNamesTests {
    /// The first column, whose names hold no comma.
    private static func names() throws -> [String] {
        try String(contentsOfFile: Folders.registerSample, encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst()
            .compactMap { $0.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) }
    }

    @Test(.enabled(if: Folders.hasRegisterSample, "the register sample is not there"))
    func almostEveryNameHasABrandAndAForm() throws {
        let parser = try Words.parser()
        let names = try Self.names()
        var counts = ["form": 0, "place": 0, "trade": 0, "brand": 0, "branch": 0]
        for name in names {
            let parts = parser.parts(of: name)
            if !parts.form.isEmpty || !parts.branch.isEmpty { counts["form", default: 0] += 1 }
            if !parts.place.isEmpty { counts["place", default: 0] += 1 }
            if !parts.trade.isEmpty { counts["trade", default: 0] += 1 }
            if (2...6).contains(parts.brand.count) { counts["brand", default: 0] += 1 }
            if !parts.branch.isEmpty { counts["branch", default: 0] += 1 }
        }
        print("register sample: \(names.count) names, \(counts)")
        #expect(Double(counts["form"] ?? 0) > 0.99 * Double(names.count))
        #expect(Double(counts["brand"] ?? 0) > 0.95 * Double(names.count))
        #expect(Double(counts["place"] ?? 0) > 0.9 * Double(names.count))
    }

    /// Among all organisations that share a brand, none is taken for another by its name.
    @Test(.enabled(if: Folders.hasRegisterSample, "the register sample is not there"))
    func hardlyTwoOrganisationsAreTakenForOne() throws {
        let parser = try Words.parser()
        var byBrand: [String: [NameFacts]] = [:]
        for name in Set(try Self.names()) {
            let facts = NameFacts(name, by: parser)
            byBrand[facts.parts.text(facts.parts.brand), default: []].append(facts)
        }
        var counts: [MatchBand: Int] = [:]
        for group in byBrand.values where group.count > 1 && group.count < 2000 {
            for (place, one) in group.enumerated() {
                for other in group[(place + 1)...] { counts[NameComparison.judge(one, other).band, default: 0] += 1 }
            }
        }
        print("register sample: pairs of one brand \(counts)")
        let all = counts.values.reduce(0, +)
        #expect(all > 1000 && Double(counts[.same] ?? 0) <= 0.0001 * Double(all))
    }

    /// The same organisation spelled otherwise is never said to be another.
    @Test(.enabled(if: Folders.hasRegisterSample, "the register sample is not there"))
    func spelledOtherwiseItIsTheSameOrAsked() throws {
        let parser = try Words.parser()
        var counts: [String: [MatchBand: Int]] = [:]
        for name in try Self.names() {
            let facts = NameFacts(name, by: parser)
            for (kind, other) in Self.spellings(of: name) where other != name {
                let judged = NameComparison.judge(facts, NameFacts(other, by: parser))
                counts[kind, default: [:]][judged.band, default: 0] += 1
            }
        }
        print("register sample, spelled otherwise: \(counts)")
        for (kind, bands) in counts {
            let all = Double(bands.values.reduce(0, +))
            #expect(Double(bands[.different] ?? 0) <= 0.01 * all, "\(kind) \(bands)")
            if kind != "without form" { #expect(Double(bands[.same] ?? 0) >= 0.99 * all, "\(kind) \(bands)") }
        }
    }

    private static func spellings(of name: String) -> [(String, String)] {
        let limited = name.hasSuffix("有限公司") && !name.hasSuffix("股份有限公司")
        return [
            ("equivalent form", limited ? name.dropLast(4) + "有限责任公司" : name),
            ("without form", limited ? String(name.dropLast(4)) : name),
            ("brackets", name.replacing("(", with: "（").replacing(")", with: "）")),
            ("blanks", name.prefix(3) + " " + name.dropFirst(3) + "\u{3000}"),
        ]
    }
}
