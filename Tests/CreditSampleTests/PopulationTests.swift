import CreditModel
import Testing

@testable import CreditSample

@Suite("The organisations of the sample")
struct PopulationTests {
    @Test("Names, codes and registration numbers are each borne once, and hold")
    func isUnique() throws {
        let all = try SampleFolder.city(organisations: 5_000).population.organisations
        #expect(all.count == 5_000)
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.creditCode)).count == all.count)
        let numbers = all.compactMap(\.registrationNumber)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { RegistrationNumber.holds(Array($0.utf8)) })
        #expect(
            all.allSatisfy { CreditCode($0.creditCode)?.hasInnerCheck == true && SampleCity.isSynthetic($0.creditCode) }
        )
    }

    @Test("There are siblings and organisations that changed their names")
    func hasSiblings() throws {
        let all = try SampleFolder.city(organisations: 2_000).population.organisations
        #expect(all.contains { $0.formerName != nil && $0.formerName != $0.name })
        #expect(all.contains { $0.name.contains("（") } && all.contains { $0.name.contains("(") })
        #expect(Set(all.map(\.kind)) == Set(SubjectKind.allCases))
    }

    @Test("An organisation bears its former name until the day it changed")
    func changesItsName() throws {
        let all = try SampleFolder.city(organisations: 2_000).population.organisations
        let renamed = try #require(all.first { $0.formerName != nil })
        let day = try #require(renamed.renamedOn)
        #expect(renamed.name(on: day.adding(days: -1)) == renamed.formerName)
        #expect(renamed.name(on: day) == renamed.name)
    }

    @Test("Serial numbers give different organisation codes")
    func codesDiffer() {
        let codes = (0..<20_000).map(SyntheticCode.organisationCode)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { OrganisationCode.holds(Array($0.utf8)) })
    }

    @Test("Citizen numbers hold, and nobody living was born on their day")
    func citizensAreFictional() throws {
        var random = RandomSource(seed: 5)
        for _ in 0..<500 {
            let number = SyntheticCode.citizenNumber(division: "990102", &random)
            #expect(CitizenNumber.holds(Array(number.utf8), on: SampleFolder.today))
            #expect(try #require(Int(number.dropFirst(6).prefix(4))) < 1890)
        }
    }

    @Test(
        "Large numerals say the amount",
        arguments: [(5000, "伍仟"), (200, "贰佰"), (12_000, "壹万贰仟"), (120_000, "壹拾贰万"), (35_000, "叁万伍仟"), (8000, "捌仟")]
    )
    func numerals(yuan: Int, text: String) {
        #expect(Text.largeNumerals(yuan: yuan) == text)
    }

    @Test("Amounts that need an inner zero are left to digits", arguments: [5050, 100_500, 10_050])
    func noInnerZeros(yuan: Int) {
        #expect(Text.largeNumerals(yuan: yuan) == nil)
    }
}
