import Foundation
import Testing

/// Limit 1 in the types: no natural person is a subject, has a score, points, a grade or a place on a list.
@Suite("Limit 1: no scores of persons")
struct LimitTests {
    private let person = "(?:[Pp]erson|[Cc]itizen|[Hh]uman|[Ii]ndividual|[Rr]esident|[Nn]atural)"
    private let verdict = "(?:[Ss]cor|[Pp]oint|[Gg]rad|[Rr]ating|[Rr]ank|[Bb]lacklist|[Ll]istEntry|[Mm]easure)"

    @Test("No type, case, property or function speaks of a person's score or grade")
    func noScores() throws {
        let declared = "(?:struct|class|enum|protocol|actor|typealias|case|let|var|func) \\w*"
        for words in [person + "\\w*" + verdict, verdict + "\\w*" + person] {
            #expect(try SourceTree.shared.code(matching: declared + words) == [])
        }
    }

    @Test("Nobody at all has a credit score: no type of that name")
    func noScoreTypes() throws {
        let types = #"(?:struct|class|enum|protocol|actor|typealias) \w*(?:Score|Points|Blacklist)\b"#
        #expect(try SourceTree.shared.code(matching: types) == [])
    }

    @Test(
        "Grades, lists and points are contents of items on organisations; the case of persons holds nothing but the role"
    )
    func contents() throws {
        let file = try #require(
            SourceTree.shared.files.first { $0.path == "CreditCatalogue/Items/Item+About.swift" }
        )
        let cases = file.code.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("case ") }
        #expect(
            cases == [
                "case organisations(Set<SubjectKind>, Content)", "case personInRole(Bilingual)", "case fact",
                "case grade(scheme: String)", "case listing", "case points",
            ]
        )
    }

    @Test("No file about grades, schemes or points speaks of persons")
    func grades() throws {
        let person = try Regex(person)
        let files = SourceTree.shared.files.filter { $0.path.contains("Grad") || $0.path.contains("Points") }
        #expect(files.count > 2)
        for file in files { #expect(file.code.firstMatch(of: person) == nil, "\(file.path)") }
    }

    @Test("The kinds of subject are organisations and sole traders, and no other")
    func subjectKinds() throws {
        let file = try #require(SourceTree.shared.files.first { $0.path == "CreditModel/SubjectKind.swift" })
        let cases = file.code.split(separator: "\n").filter { $0.hasPrefix("    case ") }
            .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
        #expect(
            cases == [
                "enterprise", "soleTrader", "cooperative", "organ", "institution", "socialOrganisation", "collective",
                "other",
            ]
        )
    }

    /// Whatever shows something to the public is made from records of organisations, and those of persons are another type.
    @Test("A record of a person in a role has no grade, points, tier, list or day shown, and no public room names it")
    func roleRecordsAreOfAnotherType() throws {
        let file = try #require(SourceTree.shared.files.first { $0.path == "CreditModel/RoleRecord.swift" })
        let members = file.code.split(separator: "\n").filter { $0.contains(" let ") }
            .compactMap { $0.split(separator: " ").drop { $0 != "let" }.dropFirst().first?.dropLast().description }
        #expect(
            members == [
                "item", "person", "bearing", "decidedOn", "validFrom", "validUntil", "fields", "name", "certificate",
            ]
        )
        #expect(!file.code.contains("CreditRecord("))
        let named = try SourceTree.shared.code(matching: "\\b(?:RoleRecord|PersonInRole|RoleAct|RoleFold)\\b")
        let rooms = Set(named.compactMap { $0.split(separator: "/").first.map(String.init) })
        #expect(rooms.isSubset(of: RoleRooms.all), "\(rooms)")
    }
}

/// The rooms that take such records in, keep them and replay them.
private enum RoleRooms {
    static let all: Set = [
        "CreditModel", "CreditRules", "CreditStore", "CreditStoreSQLite", "CreditStoreTesting", "CreditExchange",
    ]
}
