import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

@Suite("A certificate number in a marked-up copy")
struct SealedNumberTests {
    private let key = [UInt8](repeating: 7, count: 32)

    @Test(
        "It is masked and sealed, and sealing it again changes nothing",
        arguments: ["220402188603050027", "ＡＢ１２３４５", "G12345678", "AB", "A-1"]
    )
    func sealed(number: String) {
        let seal = SealedNumber(key: key, salt: [1])
        let text = seal.sealed(number)
        #expect(text.contains("#") && (number.count < 4 || !text.contains(number.dropFirst().dropLast())))
        #expect(SealedNumber(key: key, salt: [2]).sealed(number) != text, "no two copies can be compared")
        #expect(seal.sealed(text) == text)
        #expect(seal.sealed("  " + text + " ") == "  " + text + " ")
    }

    @Test("What says nothing or is masked already stays", arguments: ["", " ", "无", "/", "2204**********0027", "＊＊＊"])
    func stays(cell: String) {
        #expect(SealedNumber(key: key, salt: [1]).sealed(cell) == cell)
    }

    @Test("A number that fails its check is masked without a seal, so that it is told again")
    func miscopied() {
        #expect(SealedNumber(key: key, salt: [1]).sealed("220402188603050028") == "2****************8")
    }
}
