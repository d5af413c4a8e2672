import CreditModel
import Testing

@Suite struct CreditCodeTests {
    /// Codes of public record, each of which holds by both its check characters (domain facts 2.4), and clearly synthetic ones.
    static let good = [
        "91350100M000100Y43", "914403001922038216", "91330100799655058B", "9144030071526726XG", "91110108551385082Q",
        "91110000802100433B", "9152000071430580XT", "91110000710925462X", "91100000100003962T", "912201011239989159",
        "91320100748204660Q", "91320281142232229Q", "91310000132215150M", "91320000134762764K", "91360000625912173B",
        "11320100MB1886843H", "11420000MB15291767", "11230500001755309F", "91440300618819640R", "91130105107743680U",
        "91510185MA64ND8627", "91370400728618604X", "91230500MA1B3N1N2M", "91220402MA0TEWT1X6", "92220403MA0TEWT28H",
        "93220421MA0TEWT36B", "11220400MB0TEWT48M", "51220400MJ0TEWT55P", "54220422MF0TEWT69H",
    ]

    @Test(arguments: good)
    func codeHoldsByBothCheckCharacters(text: String) throws {
        let code = try #require(CreditCode(text))
        #expect(code.hasInnerCheck)
        #expect(code.text == text)
        #expect(CreditCode.checkCharacter(for: text.utf8.dropLast()) == text.utf8.last)
    }

    @Test(arguments: good)
    func oneWrongCharacterIsNoticedWhereverItStands(text: String) {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
        for position in 0..<18 {
            var bytes = Array(text.utf8)
            for other in alphabet where other != bytes[position] {
                let right = bytes[position]
                bytes[position] = other
                #expect(CreditCode.defect(in: bytes) != nil)
                bytes[position] = right
            }
        }
    }

    @Test(arguments: [
        ("00000000000000000X", CreditCode.Defect.placeholder), ("000000000000000000", .placeholder),
        ("111111111111111111", .placeholder), ("999999999999999999", .placeholder),
        ("AAAAAAAAAAAAAAAAAA", .placeholder),
        ("91350100M000100Y4I", .malformed), ("9135O100M000100Y43", .malformed), ("91350100M000100S43", .malformed),
        ("91350100V000100Y43", .malformed), ("91350100Z000100Y43", .malformed), ("91350100M000100Y4", .malformed),
        ("91350100M000100Y433", .malformed), ("91350100m000100y43", .malformed), ("", .malformed),
        ("91350100M000100Y4 ", .malformed), ("９1350100M000100Y43", .malformed), ("91350100M000100Y44", .outerCheck),
        ("19350100M000100Y43", .outerCheck),
    ])
    func whatIsNoCodeIsRefusedForItsReason(text: String, defect: CreditCode.Defect) {
        #expect(CreditCode.defect(in: Array(text.utf8)) == defect)
        #expect(CreditCode(text) == nil)
    }

    @Test func codeWhoseInnerCheckFailsIsStillACode() throws {
        let body = Array("91220402MA0TEWT10".utf8)
        let check = try #require(CreditCode.checkCharacter(for: body))
        let code = try #require(CreditCode(String(decoding: body + [check], as: UTF8.self)))
        #expect(!code.hasInnerCheck)
    }

    @Test(arguments: [
        ("91220402MA0TEWT1X6", SubjectKind.enterprise), ("92220403MA0TEWT28H", .soleTrader),
        ("93220421MA0TEWT36B", .cooperative),
        ("11220400MB0TEWT48M", .organ), ("51220400MJ0TEWT55P", .socialOrganisation),
        ("54220422MF0TEWT69H", .socialOrganisation),
    ])
    func codeSaysItsKindDivisionAndOrganisationCode(text: String, kind: SubjectKind) throws {
        let code = try #require(CreditCode(text))
        #expect(code.kind == kind)
        #expect(code.division == String(text.dropFirst(2).prefix(6)))
        #expect(code.organisationCode == String(text.dropFirst(8).prefix(9)))
    }

    @Test func codeIsBrokenSoThatItCanBeReadAloud() throws {
        #expect(try #require(CreditCode("91220402MA0TEWT1X6")).spoken == "91 220402 MA0TEWT1X 6")
    }

    @Test func checkCharacterOfTextOutsideTheAlphabetIsNone() {
        #expect(CreditCode.checkCharacter(for: "9135O100M000100Y4".utf8) == nil)
    }

    @Test func onlySoleTradersAreNotFoundByPartOfTheirName() {
        #expect(SubjectKind.allCases.filter { !$0.isFoundByPartOfName } == [.soleTrader])
    }
}
