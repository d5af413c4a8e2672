import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

/// What a word means is said by the catalogue: other words do the same where it says so, the same words nothing where not.
@Suite struct MeaningTests {
    private static let words = ["罚款": "罚金", "没收违法所得": "追缴", "自然人": "本人", "个体工商户": "摊贩", "可向社会公开": "人人可看"]

    /// The city's catalogue with these words changed.
    private func changed() throws -> Catalogue {
        let city = try Folders.city.get()
        let lists = city.codeLists.mapValues { list in
            CodeList(id: list.id, name: list.name, values: list.values.map(MeaningTests.changed))
        }
        return Catalogue(
            digest: city.digest,
            city: city.city,
            departments: city.departments,
            calendar: city.calendar,
            identifiers: city.identifiers,
            faults: city.faults,
            codeLists: lists,
            items: city.items,
            publication: city.publication,
            sections: city.sections
        )
    }

    private static func changed(_ value: CodeList.Value) -> CodeList.Value {
        CodeList.Value(
            text: words[value.text] ?? value.text,
            english: value.english,
            takesRemark: value.takesRemark,
            means: value.means
        )
    }

    private func penalty() throws -> CheckedSheet {
        var sheet = try CheckedSheet("penalty", in: changed(), receivedOn: day("2026-03-05"))
        sheet.clean.merge(["decidedOn": "2026/03/02", "validUntil": "2027/03/02", "shownUntil": ""]) { $1 }
        return sheet
    }

    @Test func finesAndConfiscationsOweTheirAmounts() throws {
        let sheet = try penalty()
        let fine = sheet.check(["kinds": "罚金", "fine": ""]).marks
        #expect(fine.contains("fine:amount-missing"))
        let confiscation = sheet.check(["kinds": "追缴、没收非法财物"]).marks
        #expect(confiscation.contains("confiscated:amount-missing"))
        #expect(!sheet.check(["kinds": "警告", "fine": ""]).marks.contains("fine:amount-missing"))
    }

    @Test func naturalPersonsAreRefusedAndTradersHaveTheirCodes() throws {
        let sheet = try penalty()
        let person = sheet.check(["kinds": "警告", "category": "本人"])
        #expect(person.marks == ["category:natural-person-row"] && person.faults.first?.value == "本人")
        let trader = ["kinds": "警告", "category": "摊贩", "code": try MadeUp.code("92")]
        #expect(!sheet.check(trader).marks.contains("code:code-kind-mismatch"))
        #expect(sheet.check(["kinds": "警告", "category": "摊贩"]).marks.contains("code:code-kind-mismatch"))
    }

    @Test func declaredOpenIsWhatTheListSays() throws {
        let catalogue = try changed()
        for (word, isShown) in [("人人可看", true), ("可向社会公开", false), ("不可公开", false)] {
            var fields = FieldMap()
            fields["openness"] = .choices([word])
            let facts = try Facts.record("commitment", fields: fields)
            #expect((publication(of: facts, catalogue: catalogue).window != nil) == isShown, "\(word)")
        }
    }

    @Test func fineMovesWithItsAmountByTheListsWord() throws {
        let rule = try #require(try Folders.secondCity.get().publication.first)
        #expect(rule.fines == ["罚款"])
        let without = PublicationRule(
            id: rule.id,
            title: rule.title,
            validity: rule.validity,
            periods: rule.periods,
            penaltyKinds: rule.penaltyKinds,
            fines: [],
            items: rule.items,
            smallFineBelow: rule.smallFineBelow,
            hugeFineFrom: rule.hugeFineFrom,
            pending: nil
        )
        let range = try #require(without.tiers(forPenalty: ["罚款"], fine: Amount(fen: 1)))
        #expect(range.low == .minor && range.high == .serious)
    }
}
