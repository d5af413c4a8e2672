import CreditCatalogue
import CreditModel
import CreditRules
import TestSupport
import Testing

@Suite struct DiscloseTests {
    private let catalogue: Catalogue

    init() throws { catalogue = try Folders.city.get() }

    private func judge(_ facts: RecordFacts, on: String? = nil, today: String) throws -> Disclosure {
        disclose(facts, on: try day(on ?? today), today: try day(today), viewer: .visitor, catalogue: catalogue)
    }

    /// Kind, day of the decision, department's own last day, last day shown.
    @Test(arguments: [
        ("罚款", "2026-03-31", "", "2029-03-31"), ("没收违法所得", "2026-04-01", "", "2027-04-01"),
        ("责令停产停业", "2026-04-01", "", "2029-04-01"), ("责令停产停业", "2026-03-31", "", "2029-03-31"),
        ("罚款", "2026-03-31", "2026-12-31", "2026-12-31"), ("罚款", "2026-03-31", "2099-12-31", "2029-03-31"),
        ("没收违法所得", "2026-04-01", "2027-03-31", "2027-03-31"), ("没收违法所得", "2026-04-01", "2027-04-02", "2027-04-01"),
        ("罚款", "2024-02-29", "", "2027-02-28"), ("暂扣或者吊销许可证", "2026-04-01", "", "2027-04-01"),
    ])
    func penaltyIsShownUntilTheEarlierOfTheRuleAndTheDepartment(
        kind: String,
        decided: String,
        own: String,
        last: String
    ) throws {
        let facts = try Facts.penalty([kind], decided: decided, shownUntil: own.isEmpty ? nil : own)
        let lastDay = try day(last)
        let onLast = try judge(facts, today: last)
        #expect(onLast.isShown && onLast.ground == .tier && onLast.window?.until == lastDay)
        #expect(try judge(facts, today: decided).isShown)
        #expect(try !judge(facts, today: lastDay.adding(days: 1).iso).isShown)
        #expect(try !judge(facts, today: try day(decided).adding(days: -1).iso).isShown)
    }

    @Test func minorIsNotShownUnderEitherRule() throws {
        for decided in ["2026-03-31", "2026-04-01"] {
            for kinds in [["警告"], ["通报批评"], ["警告", "通报批评"]] {
                let judged = try judge(Facts.penalty(kinds, decided: decided), today: decided)
                #expect(!judged.isShown && judged.window == nil && judged.ground == .minor && judged.tier == .minor)
            }
        }
    }

    @Test func undeterminedIsNotShownUntilAnOfficerDecides() throws {
        let open = try judge(Facts.penalty(["罚款"], decided: "2026-04-01"), today: "2026-04-02")
        #expect(!open.isShown && open.window == nil && open.ground == .undetermined)
        for (tier, last) in [(Tier.general, "2027-04-01"), (.serious, "2029-04-01")] {
            let decided = try Facts.penalty(["罚款"], decided: "2026-04-01", decidedTier: tier)
            #expect(try judge(decided, today: last).isShown)
            #expect(try judge(decided, today: last).tier == tier)
            #expect(try !judge(decided, today: try day(last).adding(days: 1).iso).isShown)
        }
        let minor = try judge(Facts.penalty(["罚款"], decided: "2026-04-01", decidedTier: .minor), today: "2026-04-02")
        #expect(!minor.isShown && minor.ground == .minor)
    }

    @Test func whatIsWithdrawnOrTakenDownIsNeverShownWhateverDayIsAskedAbout() throws {
        let days = ["2025-01-01", "2026-03-02", "2026-03-03", "2027-01-01", "2040-01-01"]
        for standing in [RecordStanding.withdrawn, .takenDown] {
            var all = catalogue.items.map(\.id).map { try? Facts.record($0, standing: standing) }
            all += TierTests.kinds.map { try? Facts.penalty([$0.kind], standing: standing) }
            for facts in all {
                let facts = try #require(facts)
                for on in days {
                    for today in days {
                        let judged = try judge(facts, on: on, today: today)
                        #expect(!judged.isShown && judged.window == nil && judged.ground == .withdrawn)
                    }
                }
            }
        }
    }

    @Test func endedPenaltyIsNotShownThoughAPastDayIsAskedAbout() throws {
        let facts = try Facts.penalty(["罚款"], decided: "2020-03-02")
        #expect(try judge(facts, on: "2021-01-01", today: "2023-03-02").isShown)
        #expect(try !judge(facts, on: "2021-01-01", today: "2023-03-03").isShown)
    }

    @Test func recordIsNotThereOnADayBeforeItsDecisionNorSeenBeforeItsReceipt() throws {
        let facts = try Facts.record("licence", decided: "2026-03-02", received: "2026-03-05")
        #expect(try !judge(facts, on: "2026-03-01", today: "2026-06-01").isShown)
        #expect(try judge(facts, on: "2026-03-02", today: "2026-06-01").isShown)
        #expect(try !judge(facts, today: "2026-03-04").isShown)
        #expect(try judge(facts, today: "2026-03-05").isShown)
    }

    @Test func factThatEndedIsSaidToHaveEndedOnTheDayAskedAbout() throws {
        let facts = try Facts.record("licence", validUntil: "2027-03-01")
        #expect(try !judge(facts, on: "2027-03-01", today: "2030-01-01").hasEnded)
        let ended = try judge(facts, on: "2027-03-02", today: "2030-01-01")
        #expect(ended.hasEnded && ended.isShown && ended.window?.until == nil)
    }

    @Test func listEntryIsShownToTheEndOfTheListingOrOfTheRule() throws {
        let ended = FieldMap([.init(id: "endedOn", value: .day(try day("2026-09-01")))])
        for (fields, last) in [(FieldMap(), "2029-03-02"), (ended, "2026-09-01")] {
            for item in ["serious-breach-list", "abnormal-list"] {
                let facts = try Facts.record(item, fields: fields)
                #expect(try judge(facts, today: last).isShown)
                #expect(try !judge(facts, today: try day(last).adding(days: 1).iso).isShown)
                #expect(try judge(facts, on: "2026-09-02", today: "2026-06-01").hasEnded == (last == "2026-09-01"))
            }
        }
        #expect(try !judge(Facts.record("abnormal-list", decided: "2026-04-01"), today: "2026-04-02").isShown)
    }

    @Test(arguments: [("可向社会公开", true), ("特定范围内公开", false), ("不可公开", false), ("", false)])
    func commitmentIsShownOnlyWhereItSaysSo(words: String, isShown: Bool) throws {
        var fields = FieldMap()
        if !words.isEmpty { fields["openness"] = .choices([words]) }
        let judged = try judge(Facts.record("commitment", fields: fields), today: "2026-03-02")
        #expect(judged.isShown == isShown && judged.ground == (isShown ? .declaredPublic : .declaredNotPublic))
    }

    @Test func itemThatIsUnknownOrWithdrawnByLawIsNotShown() throws {
        let withdrawn = catalogue.items.filter { $0.standing != .open }
        #expect(!withdrawn.isEmpty)
        for id in withdrawn.map(\.id) + ["unheard-of"] {
            let judged = try judge(Facts.record(id), today: "2026-03-02")
            #expect(!judged.isShown && judged.ground == .restricted)
        }
    }

    @Test func penaltyWithoutARuleForItsDayIsNotShown() throws {
        let bare = Catalogue(
            digest: catalogue.digest,
            city: catalogue.city,
            departments: catalogue.departments,
            calendar: catalogue.calendar,
            identifiers: catalogue.identifiers,
            faults: catalogue.faults,
            codeLists: catalogue.codeLists,
            items: catalogue.items,
            publication: catalogue.publication.filter { $0.validity.from != nil },
            sections: catalogue.sections
        )
        let facts = try Facts.penalty(["责令关闭"], decided: "2026-03-31")
        let judged = publication(of: facts, catalogue: bare)
        #expect(judged.window == nil && judged.ground == .noRule)
    }
}
