import CreditModel
import Testing

@Suite struct OtherNumbersTests {
    @Test(arguments: [
        ("D2143569X", true), ("M000100Y4", true), ("MA0TEWT1X", true), ("D21435690", false), ("D2143569x", false),
        ("D2143569", false), ("D2143569X1", false), ("d2143569X", false), ("D2143-69X", false), ("", false),
    ])
    func organisationCode(text: String, holds: Bool) {
        #expect(OrganisationCode.holds(Array(text.utf8)) == holds)
    }

    @Test(arguments: [
        ("110108000000016", true), ("220400000000018", true), ("110108000000017", false), ("11010800000001", false),
        ("1101080000000160", false), ("11010800000001X", false), ("", false),
    ])
    func registrationNumber(text: String, holds: Bool) {
        #expect(RegistrationNumber.holds(Array(text.utf8)) == holds)
    }

    @Test(arguments: [
        ("11010519491231002X", true), ("11010519491231002x", true), ("220402198001010019", true),
        ("22040319920229002X", true),
        ("220402198001010018", false), ("22040319920230002X", false), ("110105194912310021", false),
        ("1101051949123100", false),
        ("91350100M000100Y43", false), ("", false),
    ])
    func citizenNumber(text: String, holds: Bool) throws {
        let today = try #require(Day(iso: "2026-07-04"))
        #expect(CitizenNumber.holds(Array(text.utf8), on: today) == holds)
    }

    @Test func numberOfSomebodyNotYetBornIsNone() throws {
        let before = try #require(Day(iso: "1979-12-31"))
        #expect(!CitizenNumber.holds(Array("220402198001010019".utf8), on: before))
        #expect(CitizenNumber.holds(Array("220402198001010019".utf8), on: before.adding(days: 1)))
    }

    @Test(arguments: [
        ("身份证220402198001010019号", 1), ("22040219800101001922040319920229002X", 2), ("税号220402198001010019L1", 1),
        ("00220402198001010019", 1), ("11010519491231002x；220402198001010019。", 2), ("共计5000元", 0),
        ("220402198001010018", 0), ("2204021980010100", 0), ("", 0), ("91350100M000100Y43", 0),
        ("1101051949123100211010519491231002X", 1),
    ])
    func numbersInsideTextAreFound(text: String, count: Int) throws {
        let today = try #require(Day(iso: "2026-07-04"))
        let bytes = Array(text.utf8)
        let ranges = bytes.withUnsafeBufferPointer { CitizenNumber.ranges(in: $0, on: today) }
        #expect(ranges.count == count)
        #expect(ranges.allSatisfy { CitizenNumber.holds(bytes[$0], on: today) })
    }

    @Test(arguments: [
        "999999 18800101 0039", "999999-18800101-0039", "９９９９９９１８８００１０１００３９", "999999\u{3000}1880 0101 0039",
        "9 9 9 9 9 9 1 8 8 0 0 1 0 1 0 0 3 9",
    ])
    func brokenNumberIsFoundAsAWhole(text: String) throws {
        let today = try #require(Day(iso: "2026-07-04"))
        let bytes = Array("证\(text)。".utf8)
        let ranges = bytes.withUnsafeBufferPointer { CitizenNumber.ranges(in: $0, on: today) }
        #expect(ranges == [3..<(bytes.count - 3)])
    }

    @Test(arguments: [("220402198001010019", "2****************9"), ("AB", "**"), ("", "**"), ("ABC", "A*C")])
    func maskKeepsFirstAndLastOnly(text: String, mask: String) {
        #expect(CitizenNumber.mask(text) == mask)
    }
}
