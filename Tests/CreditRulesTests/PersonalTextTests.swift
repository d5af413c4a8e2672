import CreditModel
import CreditRules
import TestSupport
import Testing

@Suite struct PersonalTextTests {
    private let today: Day

    init() throws { today = try day("2026-07-04") }

    static let personal: [(text: String, number: String)] = [
        ("电话13812345678。", "13812345678"), ("致电 19900001111", "19900001111"), ("座机0437-3123456", "0437-3123456"),
        ("座机010-12345678转1", "010-12345678"), ("卡号6222020000000000000", "6222020000000000000"),
        ("卡号4111111111111111的账户", "4111111111111111"), ("车牌吉D12345的车", "吉D12345"), ("吉D·12345", "吉D·12345"),
        ("新能源吉DD12345", "吉DD12345"), ("证件\(MadeUp.citizenNumber())", MadeUp.citizenNumber()),
        ("号\(MadeUp.citizenNumber(order: 7))，", MadeUp.citizenNumber(order: 7)),
        ("身份证\(MadeUp.fullWidth(MadeUp.citizenNumber()))", MadeUp.fullWidth(MadeUp.citizenNumber())),
        ("电话138-1234-5678。", "138-1234-5678"), ("电话 138 1234 5678", "138 1234 5678"),
        ("电话138\u{3000}1234\u{3000}5678", "1234"), ("电话138—1234—5678", "1234"), ("电话138 12345678", "12345678"),
        ("电话+86 138 1234 5678", "1234"), ("电话+86 13812345678", "13812345678"), ("电话+8613812345678", "8613812345678"),
        ("电话008613812345678", "13812345678"), ("电话0086 138 1234 5678", "1234"), ("电话+86-138-1234-5678", "1234"),
        ("电话１３８－１２３４－５６７８", "１２３４"), ("电话13812345678-1", "13812345678"), ("电话+86-437-3123456", "3123456"),
        ("座机(0437) 3123456", "3123456"), ("座机（0437）3123456", "3123456"), ("座机0437 3123456转2", "3123456"),
        ("座机010-1234-5678", "1234"), ("座机（０４３７）３１２３４５６", "３１２３４５６"), ("卡号4111 1111 1111 1111。", "1111"),
        ("卡号4111-1111-1111-1111", "1111"), ("卡号6222 0200 0000 0000 000", "0200"),
        ("卡号622202 0000000000000", "0000000000000"), ("身份证220402188001010010", "220402188001010010"),
        ("身份证22040218800101001x，", "22040218800101001x"), ("号22040218800101002X", "22040218800101002X"),
    ]

    /// A made-up citizen number as people break it.
    private static func broken(_ number: String) -> [String] {
        let parts = [number.prefix(6), number.dropFirst(6).prefix(8), number.suffix(4)].map { String($0) }
        let fours = [number.prefix(6), number.dropFirst(6).prefix(4), number.dropFirst(10).prefix(4), number.suffix(4)]
        return [" ", "-", "\u{3000}", " - ", "－", "\n"].map { parts.joined(separator: $0) } + [
            fours.joined(separator: " "), number.map { String($0) }.joined(separator: " "),
            number.prefix(17) + " " + number.suffix(1), MadeUp.fullWidth(parts[0]) + " " + parts[1] + parts[2],
        ]
    }

    @Test func brokenCitizenNumbersAreMaskedOnceAndForAll() {
        for order in 1...60 {
            let number = MadeUp.citizenNumber(born: "18800101", order: order)
            for text in PersonalTextTests.broken(number) + PersonalTextTests.broken(number.lowercased()) {
                let masked = PersonalText.masked("证\(text)号", on: today)
                #expect(masked.hasPrefix("证") && masked.hasSuffix("号") && masked.contains("********"), "\(text)")
                #expect(masked.count { $0.isNumber || $0 == "X" || $0 == "x" } == 2, "\(text) → \(masked)")
            }
        }
    }

    @Test("Eighteen digits without a birth date in them are a document's, and a unified code is an organisation's")
    func otherLongNumbersStand() {
        for text in ["文号220400202302990000", "编号000000188001010010", "代码914403001922038216"] {
            #expect(PersonalText.masked(text, on: today) == text)
        }
    }

    @Test func numbersWithoutTheirCheckDigitStand() {
        for text in ["999999 18800101 0010", "4111 1111 1111 1112", "2024-01-05 2025-01-05", "6222 0200 0000 0000 001"]
        {
            #expect(PersonalText.masked(text, on: today) == text)
        }
    }

    /// Days in rows have the length of cards and certificates, and now and then their check digits.
    @Test func daysInRowsStand() {
        var day = today
        for step in 0..<3000 {
            let (one, other) = (day.iso, day.adding(days: step).iso)
            let plain = one.replacing("-", with: "")
            for text in ["\(one) \(other)", "\(one)—\(other)", "\(one) \(other) \(one)", "自\(plain)-\(plain)止"] {
                #expect(PersonalText.masked(text, on: today) == text)
            }
            day = day.adding(days: -7)
        }
    }

    @Test func textWithoutDigitsNeverChangesAndMaskingTwiceIsMaskingOnce() {
        var random = SplitMix(state: 11)
        let words = ["吉", "D", "·", " ", "-", "（", "）", "+", "电话", "X", "\u{3000}", "，", "A", "*"]
        let digits = [
            "138", "0437", "86", "1234", "5678", "1", "0", "4111", "622202", "１２", "999999", "18800101", "0019", "0086",
        ]
        for _ in 0..<4000 {
            let plain = (0..<12).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            #expect(PersonalText.masked(plain, on: today) == plain)
            let mixed = (0..<14)
                .map { _ in (Bool.random(using: &random) ? words : digits).randomElement(using: &random) ?? "" }
            let once = PersonalText.masked(mixed.joined(), on: today)
            #expect(PersonalText.masked(once, on: today) == once, "\(mixed.joined())")
        }
    }

    @Test(arguments: personal.indices) func numbersOfPersonsAreMasked(position: Int) {
        let (text, number) = PersonalTextTests.personal[position]
        let masked = PersonalText.masked(text, on: today)
        #expect(!masked.contains(number) && masked.contains("*") && text != masked, "\(masked)")
        #expect(masked.hasPrefix(String(text.prefix(1))))
    }

    @Test func citizenNumbersOfEveryCheckCharacterAreMasked() {
        for order in 1...60 {
            let number = MadeUp.citizenNumber(order: order)
            for text in [number, "甲\(number)乙\(number)", "(\(number.lowercased()))", "A\(number)", "0\(number)"] {
                let masked = PersonalText.masked(text, on: today)
                #expect(!masked.lowercased().contains(number.lowercased()), "\(text)")
            }
        }
    }

    @Test(arguments: [
        "辽市监罚〔2026〕12号", "辽市监许决字〔2019〕第00000012号", "JY12204020000001", "220400000000018", "91220402MA0TEWT1X6",
        "112204000TEWT0447L", "1200000元", "2026-07-04 10:00:00", "2019/01/05", "《食品安全法》第一百二十四条", "吉林省辽源市龙山区1号",
        "邮编136200", "吉D", "浙江大学", "12345", "23812345678", "", "2026-07-04 至 2027-07-04", "罚款 5000 元", "1 200 000元",
        "辽市监罚〔2026〕138-1234号", "JY1 2204 0200 0000 1", "5122 0402 1234 5678 90", "138 1234 567", "第 0012 号 3456",
        "13 812 345 678",
        "2019-0105-2020010", "单号138-1234-5678-9012",
    ])
    func numbersOfDocumentsAndOrganisationsStand(text: String) {
        #expect(PersonalText.masked(text, on: today) == text)
    }

    @Test func unifiedCodesOfDigitsAloneStandThoughTheyMayLookLikeCards() throws {
        var seen = 0
        for number in 0..<4000 {
            let body = Array("51220402".utf8) + Array(String(10_000_000 + number).utf8)
            guard let check = OrganisationCode.checkCharacter(for: body.suffix(8)) else { continue }
            let seventeen = body + [check]
            guard let last = CreditCode.checkCharacter(for: seventeen) else { continue }
            let code = String(decoding: seventeen + [last], as: UTF8.self)
            guard code.allSatisfy(\.isNumber) else { continue }
            seen += 1
            #expect(PersonalText.masked(code, on: today) == code)
        }
        #expect(seen > 1000)
    }

    static let fields = [
        "name", "violation", "facts", "ground", "content", "revoked", "remarks", "regNumber", "taxNumber",
        "assocNumber",
        "legalRep", "repIdNumber", "code", "authorityCode", "fine", "decidedOn", "category", "kinds", "authority",
        "orgCode",
        "instNumber", "repIdType",
    ]

    /// Limit 8: whatever cell it stands in and however it is written, no citizen number is shown or kept.
    @Test(arguments: fields) func noCitizenNumberIsInAFaultOrARecord(field: String) throws {
        let sheet = try CheckedSheet.penalty()
        for order in 1...70 {
            let number = MadeUp.citizenNumber(born: "18810203", order: order)
            let spellings = [
                number, number.lowercased(), "其他-\(number)", "证\(number)号", MadeUp.fullWidth(number),
                "\(number)\(number)",
            ]
            for text in spellings + PersonalTextTests.broken(number) {
                let checked = sheet.check([field: text])
                let kept = checked.record.map { "\($0)" } ?? ""
                let shown = checked.faults.map { "\($0.value) \($0.detail?.zh ?? "")" }.joined(separator: "|")
                for clear in [number, number.lowercased(), MadeUp.fullWidth(number), text] where clear.count >= 18 {
                    #expect(!kept.contains(clear), "kept in \(field)")
                    #expect(!shown.contains(clear), "shown of \(field)")
                }
            }
        }
    }

    @Test func numberInATextIsWarnedOfAndCertificateNumbersAreNot() throws {
        let sheet = try CheckedSheet.penalty()
        let number = MadeUp.citizenNumber()
        let facts = sheet.check(["facts": "当事人（\(number)）违法"])
        #expect(facts.marks == ["facts:personal-number"] && facts.outcome.word == "admitted")
        #expect(facts.record?.fields.text("facts") == "当事人（\(CitizenNumber.mask(number))）违法")
        #expect(sheet.check(["taxNumber": number]).marks == ["taxNumber:personal-number"])
        #expect(sheet.check(["regNumber": number]).marks == ["regNumber:personal-number"])
        let certificate = sheet.check(["repIdNumber": number, "repIdType": "身份证"])
        #expect(certificate.marks == [])
        guard case .personal(let mark) = certificate.record?.fields["repIdNumber"] else {
            Issue.record("a certificate number is kept as a mark")
            return
        }
        #expect(mark.mask == CitizenNumber.mask(number) && mark.hash.count == 16)
        #expect(
            sheet.check(["repIdNumber": " \(number.lowercased())"]).record?.fields["repIdNumber"] == .personal(mark)
        )
    }

    @Test func longValueIsCutToSixtyCharactersAfterMasking() throws {
        let number = MadeUp.citizenNumber()
        let text = String(repeating: "字", count: 50) + number + String(repeating: "字", count: 3000)
        let fault = try #require(try CheckedSheet.penalty().check(["facts": text]).faults.first)
        #expect(fault.code == .tooLong && fault.value.count == 60 && !fault.value.contains(number.prefix(6)))
    }
}
