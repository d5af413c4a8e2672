import Foundation
import Testing

/// What must not stand in the sources, whoever writes them.
@Suite("Words that must not stand in the sources")
struct WordTests {
    @Test("The sources are found")
    func areFound() throws {
        #expect(SourceTree.shared.files.count > 150)
        #expect(try SourceTree.shared.code(matching: "func ").count > 500)
    }

    @Test("The city is data, in catalogue/")
    func city() throws {
        #expect(try SourceTree.shared.text(matching: "辽源|[Ll]iaoyuan|东丰|东辽|龙山区") == [])
    }

    @Test(
        "Nothing is left undone, and nothing ends the process where an error would do",
        arguments: [
            #"\b(?:TODO|FIXME|XXX)\b"#, #"\btry!"#, #"\bas!"#,
            #"\b(?:fatalError|preconditionFailure|assertionFailure)\("#, #"@unchecked Sendable"#,
            #"[\w\)\]]!(?:[\s\.\),;:\]\}\[\(]|$)"#,
        ]
    )
    func forced(pattern: String) throws {
        #expect(try SourceTree.shared.code(matching: pattern) == [], "\(pattern)")
    }

    @Test("Nothing is left undone in comments either")
    func undone() throws {
        #expect(try SourceTree.shared.text(matching: #"\b(?:TODO|FIXME|XXX|HACK)\b"#) == [])
    }

    @Test("Time and randomness are passed in (decision 16): few places read the clock, one makes random bytes")
    func clockAndChance() throws {
        let clock = #"\bDate\(\)|clock_gettime|ContinuousClock|SuspendingClock|\btime\(nil\)"#
        let clocks = try SourceTree.shared.code(matching: clock)
        // How long an answer took, in the log; the command line's clock and its line of progress.
        let places: Set = [
            "CreditWeb/Middleware/AccessLog.swift", "xinyuan/Support/Session.swift", "xinyuan/Support/Stopwatch.swift",
            "xinyuan/Support/Terminal.swift",
        ]
        #expect(Set(clocks.map { String($0.prefix { $0 != ":" }) }).isSubset(of: places), "\(clocks)")
        let chance = #"SystemRandomNumberGenerator|\.random\(in:|\.randomElement\(|\.shuffled\(\)|arc4random"#
        #expect(try SourceTree.shared.code(matching: chance) == [])
    }

    @Test(
        "Statements stand in CreditStore/SQL, written once and prepared on both databases; the driver adds only pragmas"
    )
    func statements() throws {
        let pattern = #"(?:"|^ *)(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER) "#
        let found = try SourceTree.shared.text(matching: pattern).filter { !$0.hasPrefix("CreditStore/SQL/") }
        #expect(found.filter { !$0.hasPrefix("CreditStoreTesting/") } == [])
    }
}
