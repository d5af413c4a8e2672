import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import Testing

extension StoreConformance {
    func heldRowIsResolvedOrRefusedOnce(_ clerk: Clerk) async throws {
        let store = clerk.store
        let nameless = (1...2).map { MadeUpRecords.licence($0, of: SubjectKeys(name: "无码有限公司", creditCode: nil)) }
        _ = try await store.begin(clerk.start("a", nameless))
        let outcome = try await store.append(try clerk.chunk("a", nameless))
        #expect(outcome.held == [2: .identityMissing, 3: .identityMissing])
        #expect(outcome.counts.held == 2 && outcome.counts.admitted == 0 && outcome.counts.warned == 2)
        _ = try await store.seal("a", at: Clerk.at(1))
        let waiting = try await store.conflicts()
        #expect(waiting.map(\.sequence) == [1, 2] && waiting.allSatisfy { $0.reason == .identityMissing })
        #expect(waiting.first?.act.record == nameless[0] && waiting.first?.act.identity == .open)
        let code = try MadeUpRecords.code(7)
        await #expect(throws: ActRefused.codeInvalid("91")) {
            try await store.resolve(Resolution(held: 1, code: "91", reason: "误"), by: "王某", at: Clerk.at(2))
        }
        await #expect(throws: ActRefused.notFound(3)) {
            try await store.resolve(Resolution(held: 3, code: code.text, reason: "误"), by: "王某", at: Clerk.at(2))
        }
        let sequence = try await store.resolve(
            Resolution(held: 1, code: code.text, reason: "已核实"),
            by: "王某",
            at: Clerk.at(2)
        )
        #expect(sequence == 4)
        let subject = try #require(try await store.subject(key: code.text))
        let records = try await store.records(of: subject.id)
        #expect(records.map(\.facts.record) == [nameless[0]] && subject.name == "无码有限公司")
        _ = try await store.resolve(Resolution(held: 2, code: nil, reason: "无法核实"), by: "王某", at: Clerk.at(2))
        #expect(try await store.conflicts().isEmpty)
        #expect(try await store.records(of: subject.id).count == 1, "what is refused is nobody's record")
        for held in [Int64(1), 2] {
            await #expect(throws: ActRefused.alreadyDone(held)) {
                try await store.resolve(Resolution(held: held, code: code.text, reason: "再"), by: "王某", at: Clerk.at(3))
            }
        }
    }

    func heldRowAgainIsNotHeldTwice(_ clerk: Clerk) async throws {
        let store = clerk.store
        let nameless = (1...3).map { MadeUpRecords.licence($0, of: SubjectKeys(name: "无码有限公司", creditCode: nil)) }
        try await clerk.hand(nameless, as: "a")
        let size = try await store.head().size
        let code = try MadeUpRecords.code(7).text
        _ = try await store.resolve(Resolution(held: 1, code: code, reason: "已核实"), by: "王某", at: Clerk.at(2))
        _ = try await store.resolve(Resolution(held: 2, code: nil, reason: "无法核实"), by: "王某", at: Clerk.at(2))
        _ = try await store.begin(clerk.start("b", nameless))
        let outcome = try await store.append(try clerk.chunk("b", nameless))
        #expect(outcome.counts.unchanged == 1 && outcome.counts.refused == 1 && outcome.counts.held == 1)
        #expect(outcome.held == [4: .identityMissing], "the one that still waits is told so")
        let receipt = try await store.seal("b", at: Clerk.at(3))
        #expect(receipt.sealSequence == nil, "nothing is new")
        #expect(try await store.head().size == size + 2, "the officer's two entries and no other")
        #expect(try await store.conflicts().map(\.sequence) == [3])
    }

    func strongKeysIdentifyAndConflictsWait(_ clerk: Clerk) async throws {
        let known = SubjectKeys(
            name: "甲公司",
            creditCode: try MadeUpRecords.code(1),
            registrationNumber: "220400000000018"
        )
        try await clerk.hand([MadeUpRecords.registration(of: known)], as: "a")
        let byNumber = SubjectKeys(name: "甲公司", creditCode: nil, registrationNumber: "220400000000018")
        let byInner = SubjectKeys(name: "甲", creditCode: nil, organisationCode: known.creditCode?.organisationCode)
        let byOther = SubjectKeys(
            name: "乙",
            creditCode: try MadeUpRecords.code(2),
            registrationNumber: "220400000000018"
        )
        let unknown = SubjectKeys(name: "丙", creditCode: nil, registrationNumber: "220400000000034")
        let rows = [byNumber, byInner, byOther, unknown].enumerated().map { MadeUpRecords.licence($0, of: $1) }
        _ = try await clerk.store.begin(clerk.start("b", rows))
        let outcome = try await clerk.store.append(try clerk.chunk("b", rows))
        #expect(outcome.held == [4: .identityConflict, 5: .identityMissing])
        #expect(outcome.counts.added == 2 && outcome.counts.held == 2)
        let records = try await clerk.records(of: known)
        #expect(records.filter { $0.facts.record.item == "licence" }.map(\.row).sorted() == [2, 3])
        #expect(try await clerk.store.subject(key: "220400000000018")?.code == known.creditCode?.text)
        #expect(try await clerk.store.subject(key: try MadeUpRecords.code(2).text) == nil)
    }

    func nameNeverMerges(_ clerk: Clerk) async throws {
        let one = try MadeUpRecords.organisation(1, name: "同名有限公司")
        let other = try MadeUpRecords.organisation(2, name: "同名有限公司")
        let site = try MadeUpRecords.organisation(1, name: "同名有限公司二分店")
        let rows = [one, other, site].enumerated().map { MadeUpRecords.licence($0, of: $1) }
        try await clerk.hand(rows, as: "a")
        #expect(try await clerk.records(of: one).count == 2)
        #expect(try await clerk.records(of: other).count == 1)
        let subject = try #require(try await clerk.store.subject(key: try MadeUpRecords.code(1).text))
        #expect(try await clerk.store.subject(id: subject.id) == subject && subject.name == "同名有限公司")
    }

    func withdrawnIsGoneForGood(_ clerk: Clerk) async throws {
        let store = clerk.store
        let records = try (1...3).map { MadeUpRecords.licence($0, of: try MadeUpRecords.organisation($0)) }
        try await clerk.hand(records, as: "a")
        func act(_ record: Int64, _ standing: RecordStanding) -> Withdrawal {
            Withdrawal(record: record, standing: standing, reason: "决定撤销", document: "撤〔2026〕1号")
        }
        #expect(try await store.withdraw(act(1, .withdrawn), by: "王某", at: Clerk.at(2)) == 5)
        #expect(try await store.withdraw(act(2, .takenDown), by: "王某", at: Clerk.at(2)) == 6)
        let list = ListQuery(item: "licence", today: MadeUpRecords.day(3))
        #expect(try await clerk.pages(list).map(\.id) == [3])
        #expect(try await store.record(1)?.facts.standing == .withdrawn)
        #expect(try await store.record(2)?.facts.standing == .takenDown)
        for (record, standing) in [(Int64(1), RecordStanding.withdrawn), (1, .takenDown), (2, .takenDown)] {
            await #expect(throws: ActRefused.alreadyDone(record)) {
                try await store.withdraw(act(record, standing), by: "王某", at: Clerk.at(3))
            }
        }
        await #expect(throws: ActRefused.notFound(99)) {
            try await store.withdraw(act(99, .withdrawn), by: "王某", at: Clerk.at(3))
        }
        _ = try await store.withdraw(act(2, .withdrawn), by: "王某", at: Clerk.at(3))
        let again = MadeUpRecords.licence(1, of: try MadeUpRecords.organisation(1), content: "又来")
        try await clerk.hand([again], as: "b", on: 4)
        #expect(try await store.record(1)?.facts.standing == .withdrawn)
        #expect(try await clerk.pages(ListQuery(item: "licence", today: MadeUpRecords.day(5))).map(\.id) == [3])
    }

    func openTierIsDecidedOnce(_ clerk: Clerk) async throws {
        let store = clerk.store
        let firm = try MadeUpRecords.organisation(1)
        let open = try MadeUpRecords.penalty(1, of: firm, decidedOn: MadeUpRecords.day(31))
        let plain = try MadeUpRecords.penalty(2, of: firm, decidedOn: MadeUpRecords.day(29))
        try await clerk.hand([open, plain], as: "a", on: 32)
        let list = ListQuery(item: "penalty", today: MadeUpRecords.day(40))
        #expect(try await store.undeterminedTiers().map(\.id) == [1])
        #expect(try await clerk.pages(list).map(\.id) == [2])
        await #expect(throws: ActRefused.tierNotOpen(2)) {
            try await store.decide(TierDecision(record: 2, tier: .serious, reason: "误"), by: "王某", at: Clerk.at(33))
        }
        _ = try await store.decide(TierDecision(record: 1, tier: .general, reason: "数额"), by: "王某", at: Clerk.at(33))
        #expect(try await store.undeterminedTiers().isEmpty)
        #expect(try await clerk.pages(list).map(\.id) == [1, 2])
        #expect(try await store.record(1)?.facts.decidedTier == .general)
        await #expect(throws: ActRefused.tierNotOpen(1)) {
            try await store.decide(TierDecision(record: 1, tier: .serious, reason: "再"), by: "王某", at: Clerk.at(34))
        }
        let corrected = try MadeUpRecords.penalty(1, of: firm, fine: Amount(fen: 7), decidedOn: MadeUpRecords.day(31))
        try await clerk.hand([corrected], as: "b", on: 35)
        #expect(try await store.record(1)?.facts.decidedTier == nil)
        #expect(try await store.undeterminedTiers().map(\.id) == [1], "another fine is another question")
    }
}
