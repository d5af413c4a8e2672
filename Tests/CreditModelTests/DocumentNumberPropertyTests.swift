import TestSupport
import Testing

@testable import CreditModel

@Suite struct DocumentNumberPropertyTests {
    private static let brackets: [(String, String)] = [
        ("〔", "〕"), ("［", "］"), ("[", "]"), ("【", "】"), ("(", ")"), ("（", "）"), ("﹝", "﹞"), ("<", ">"), ("＜", "＞"),
        ("《", "》"),
        ("「", "」"), ("『", "』"), ("{", "}"), ("〈", "〉"), ("〖", "〗"), ("(", "）"), ("〔", "]"),
    ]
    private static let blanks = ["", "", "", " ", "\u{3000}", "\u{A0}", "\t", "  ", "\u{FEFF}"]
    private static let words = ["某市监罚", "某罚字", "某（食）药许", "沪114某管", "市政办A"]

    private static func blank(_ random: inout SplitMix) -> String { blanks.randomElement(using: &random) ?? "" }

    private static func wide(_ text: String, _ random: inout SplitMix) -> String {
        guard Bool.random(using: &random) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { sign in
                    (0x30...0x39).contains(sign.value) || (0x41...0x5A).contains(sign.value)
                        ? Unicode.Scalar(sign.value + 0xFEE0) ?? sign : sign
                }
            )
        )
    }

    private static func written(_ year: Int) -> String {
        let digits = Array("〇一二三四五六七八九")
        return String(String(year).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    /// One spelling of issuer, year and number.
    private static func spelling(_ issuer: String, _ year: Int, _ serial: Int, _ random: inout SplitMix) -> String {
        let pair = brackets.randomElement(using: &random) ?? ("[", "]")
        let years = Int.random(in: 0..<6, using: &random) == 0 ? written(year) : wide(String(year), &random)
        let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &random))
        var text = blank(&random) + wide(issuer, &random) + blank(&random)
        text += pair.0 + blank(&random) + years + blank(&random) + pair.1 + blank(&random)
        text += Bool.random(using: &random) ? "第" : ""
        text += blank(&random) + wide(zeros + String(serial), &random) + blank(&random)
        return text + (Int.random(in: 0..<4, using: &random) == 0 ? "" : "号") + blank(&random)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func spellingsOfOneNumberAreTheSameAndOthersNever(
        seed: UInt64
    ) throws {
        var random = SplitMix(state: seed)
        var seen: [String: String] = [:]
        for _ in 0..<60 {
            let issuer = Self.words.randomElement(using: &random) ?? ""
            let year = Int.random(in: 1990...2026, using: &random)
            let serial = Int.random(in: 1...40, using: &random)
            let identity = "\(issuer) \(year) \(serial)"
            for _ in 0..<4 {
                let text = Self.spelling(issuer, year, serial, &random)
                let number = try #require(DocumentNumber(text))
                #expect(number.year == year && number.serial == String(serial), "\(text)")
                #expect(seen[number.normal] ?? identity == identity, "\(text)")
                seen[number.normal] = identity
            }
        }
        #expect(Set(seen.values).count == seen.count, "each number has one normal form")
    }

    private static let signs = Array(
        "某罚字字第号号年之一二十百〇零0012199920205019AbX〔〕[]（）【】<>--－.／、，； \u{3000}\u{200B}更正１９".unicodeScalars
    )

    private static func text(_ random: inout SplitMix, _ length: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<length { if let sign = signs.randomElement(using: &random) { text.append(sign) } }
        return String(text)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func normalFormIsItsOwnNormalForm(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<400 {
            let text = Self.text(&random, Int.random(in: 0...18, using: &random))
            guard let normal = DocumentNumber.normal(of: text) else { continue }
            let again = DocumentNumber.normal(of: normal)
            if again != normal { Issue.record("\(text) → \(normal) → \(again ?? "nil")") }
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func whatIsSeenAsPlainIsReadAsTheSame(seed: UInt64) {
        var random = SplitMix(state: seed)
        var plain = 0
        for step in 0..<600 {
            let tail = step % 3 == 0 ? "12号" : Self.text(&random, 3)
            let text = Self.text(&random, step % 5) + (step % 2 == 0 ? "〔2019〕" : "") + tail
            var copy = text
            copy.withUTF8 { bytes in
                guard let found = PlainDocumentNumber(bytes) else { return }
                plain += 1
                let number = DocumentNumber(text)
                #expect(number?.normal == text && DocumentNumber.normal(of: text) == text)
                #expect((number?.year ?? 0) == found.year)
                #expect(number?.serial == String(decoding: bytes[found.serial], as: UTF8.self))
                #expect(
                    number?.issuerWithoutWord.elementsEqual(String(decoding: bytes[found.issuer], as: UTF8.self))
                        == true
                )
                #expect(number?.issuer.hasSuffix("字") == found.isWorded)
            }
        }
        #expect(plain > 5)
    }

    @Test(arguments: ["某罚字〔2019〕5号", "某罚〔2019〕5-1号", "沪114某管〔2019〕150号", "某审〔2008〕B171号", "JY12204", "220402"])
    func usualFormIsPlain(text: String) {
        var text = text
        #expect(text.withUTF8 { PlainDocumentNumber($0) != nil })
    }

    @Test(arguments: [
        "某罚字〔2019〕05号", "某罚字[2019]5号", "某罚字〔2019〕5", "某罚字〔2019〕第5号", "〔2019〕5号", "047", "jy12", "某〔2019〕号", "〔", "",
    ])
    func anyOtherFormIsRead(text: String) {
        var text = text
        #expect(text.withUTF8 { PlainDocumentNumber($0) == nil })
    }
}
