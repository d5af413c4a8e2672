import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import Testing

extension StoreConformance {
    func personIsToldApartByTheCertificateAlone(_ clerk: Clerk) async throws {
        let first = try MadeUpRecords.role(1)
        let receipt = try await clerk.hand(roles: [first, try MadeUpRecords.role(2, name: "某人1")], as: "a")
        #expect(receipt.counts.added == 2 && receipt.firstSequence == 1, "a name never merges")
        let again = try await clerk.hand(roles: [first], as: "b", on: 2)
        #expect(again.counts.unchanged == 1 && again.firstSequence == nil)
        let other = try await clerk.hand(roles: [first], as: "c", from: "transport", on: 3)
        #expect(other.counts.added == 1, "no department replaces another's record")
        let renamed = try await clerk.hand(roles: [try MadeUpRecords.role(1, name: "改名")], as: "d", on: 4)
        #expect(renamed.counts.replaced == 1, "a name never splits")
        let item = try await clerk.hand(roles: [try MadeUpRecords.role(1, item: "other-role")], as: "e", on: 5)
        #expect(item.counts.added == 1)
        let earlier = try await clerk.hand(roles: [first], as: "f", on: 6)
        #expect(earlier.counts.replaced == 1)
    }

    func recordOfAPersonIsReadByNobody(_ clerk: Clerk) async throws {
        let store = clerk.store
        let receipt = try await clerk.hand(roles: [try MadeUpRecords.role(1)], as: "a")
        let number = try #require(receipt.firstSequence)
        let changed = try MadeUpRecords.role(1, content: "评审缺席")
        #expect(try await clerk.hand(roles: [changed], as: "b", on: 2).counts.replaced == 1)
        try await expectSilence(clerk, about: number)
        let takedown = Withdrawal(record: number, standing: .takenDown, reason: "核实", document: "")
        let withdrawal = Withdrawal(record: number, standing: .withdrawn, reason: "核实", document: "撤1号")
        _ = try await store.withdraw(takedown, by: "王某", at: Clerk.at(3))
        _ = try await store.withdraw(withdrawal, by: "王某", at: Clerk.at(4))
        for act in [takedown, withdrawal] {
            await #expect(throws: ActRefused.alreadyDone(number)) {
                try await store.withdraw(act, by: "王某", at: Clerk.at(5))
            }
        }
        // Corrected, it is still withdrawn.
        #expect(try await clerk.hand(roles: [try MadeUpRecords.role(1)], as: "c", on: 6).counts.replaced == 1)
        await #expect(throws: ActRefused.alreadyDone(number)) {
            try await store.withdraw(withdrawal, by: "王某", at: Clerk.at(7))
        }
        try await expectSilence(clerk, about: number)
        let tier = TierDecision(record: number, tier: .general, reason: "核实")
        await #expect(throws: ActRefused.notFound(number)) { try await store.decide(tier, by: "王某", at: Clerk.at(8)) }
    }

    func restrictedRecordTellsNothingOfItsOrganisation(_ clerk: Clerk) async throws {
        let store = clerk.store
        let code = try MadeUpRecords.code(1)
        let keys = SubjectKeys(name: "不说", creditCode: code, registrationNumber: "220400000000018")
        let receipt = try await clerk.hand([MadeUpRecords.restricted(of: keys)], as: "a")
        let number = try #require(receipt.firstSequence)
        #expect(receipt.counts.added == 1)
        #expect(try await store.subject(key: code.text) == nil)
        #expect(try await store.subject(key: "220400000000018") == nil)
        #expect(try await store.file(key: code.text) == nil)
        if let record = try await store.record(number) {
            #expect(try await store.subject(id: record.subject) == nil)
        }
        try await expectSilence(clerk, about: nil)
        // Neither by numbers of its own does anybody learn that it is known.
        let bare = SubjectKeys(name: "别家", creditCode: nil, organisationCode: code.organisationCode)
        #expect(try await clerk.hand([MadeUpRecords.licence(1, of: bare)], as: "b", on: 2).counts.held == 1)
        let pair = PairDecision(source: "transport", name: "不说", code: code.text, verdict: .same, reason: "核实")
        await #expect(throws: ActRefused.nobodyHas(code: code.text)) {
            try await store.decide(pair, by: "王某", at: Clerk.at(3))
        }
        let tier = TierDecision(record: number, tier: .general, reason: "核实")
        await #expect(throws: ActRefused.notFound(number)) { try await store.decide(tier, by: "王某", at: Clerk.at(3)) }
        let act = Withdrawal(record: number, standing: .takenDown, reason: "核实", document: "")
        _ = try await store.withdraw(act, by: "王某", at: Clerk.at(4))
        #expect(try await store.subject(key: code.text) == nil)
    }

    func firstOtherRecordSpeaksForItself(_ clerk: Clerk) async throws {
        let store = clerk.store
        let code = try MadeUpRecords.code(1)
        let secret = SubjectKeys(name: "不说", creditCode: code, registrationNumber: "220400000000018")
        let open = SubjectKeys(name: "明说", creditCode: code)
        try await clerk.hand([MadeUpRecords.restricted(of: secret)], as: "a")
        try await clerk.hand([MadeUpRecords.licence(1, of: open)], as: "b", on: 2)
        try await clerk.hand([MadeUpRecords.restricted(of: secret, content: "又一次")], as: "c", on: 3)
        let subject = try #require(try await store.subject(key: code.text))
        #expect(subject.name == "明说" && subject.formerNames.isEmpty && subject.registrationNumber == nil)
        let named = try await store.namedSubjects(after: 0, limit: 9, today: MadeUpRecords.day(9))
        #expect(named.map(\.name) == ["明说"] && named.first?.shownUntil != nil)
        let bare = SubjectKeys(name: "别家", creditCode: nil, organisationCode: code.organisationCode)
        #expect(try await clerk.hand([MadeUpRecords.licence(2, of: bare)], as: "d", on: 4).counts.added == 1)
        // With the last other record its name goes, and what the restricted one says does not come in its place.
        for record in try await store.records(of: subject.id) where record.facts.record.item == "licence" {
            let act = Withdrawal(record: record.id, standing: .withdrawn, reason: "核实", document: "撤1号")
            _ = try await store.withdraw(act, by: "王某", at: Clerk.at(5))
        }
        let left = try await store.namedSubjects(after: 0, limit: 9, today: MadeUpRecords.day(9))
        #expect(left.allSatisfy { $0.name == nil && $0.formerNames.isEmpty && $0.shownUntil == nil })
    }

    func emptyNumberIsNobodys(_ clerk: Clerk) async throws {
        for others in 1...2 {
            let secret = MadeUpRecords.restricted(of: try MadeUpRecords.organisation(others))
            try await clerk.hand([secret], as: "secret \(others)", on: others)
            let bare = SubjectKeys(name: "别家", creditCode: nil, organisationCode: "")
            let barer = SubjectKeys(name: "别家", creditCode: nil, registrationNumber: "", organisationCode: "")
            let own = SubjectKeys(
                name: "自家",
                creditCode: try MadeUpRecords.code(9),
                registrationNumber: "",
                organisationCode: ""
            )
            let rows = try [bare, barer, own].enumerated()
                .map { try MadeUpRecords.penalty(others * 10 + $0, of: $1) }
            let receipt = try await clerk.hand(rows, as: "open \(others)", on: others)
            #expect(receipt.counts.held == 2 && receipt.counts.added == 1)
            #expect(try await clerk.store.subject(key: try MadeUpRecords.code(others).text) == nil)
        }
        #expect(try await clerk.store.conflicts().map(\.reason) == Array(repeating: .identityMissing, count: 4))
        #expect(try await clerk.records(of: try MadeUpRecords.organisation(9)).count == 2)
    }

    /// Nothing that reads for the public or counts comes upon anything.
    private func expectSilence(_ clerk: Clerk, about record: Int64?) async throws {
        let store = clerk.store
        #expect(try await store.received(since: MadeUpRecords.day(-9)) == [])
        #expect(try await store.status() == [])
        #expect(try await store.conflicts() == [])
        #expect(try await store.undeterminedTiers() == [])
        #expect(try await store.namedSubjects(after: 0, limit: 9, today: MadeUpRecords.day(9)) == [])
        #expect(
            try await store.namedSubjects(touchedSince: 0, limit: 99, today: MadeUpRecords.day(9)).subjects == []
        )
        for sequence in 1...(try await store.head().size) {
            let entry = try #require(try await store.entry(sequence))
            #expect(["record", "seal", "withdrawal"].contains(entry.act))
        }
        guard let record else { return }
        #expect(try await store.record(record) == nil)
        #expect(try await store.history(of: record) == [])
    }
}
