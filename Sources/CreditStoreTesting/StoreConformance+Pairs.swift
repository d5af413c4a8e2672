import CreditModel
import CreditStore
import Testing

extension StoreConformance {
    private func pair(
        _ code: String,
        _ verdict: PairDecision.Verdict,
        name: String = "示例一号",
        from source: String = "market-regulation",
        reason: String = "已核实"
    ) -> PairDecision {
        PairDecision(source: source, name: name, code: code, verdict: verdict, reason: reason)
    }

    func pairIsRememberedPerDepartment(_ clerk: Clerk) async throws {
        let store = clerk.store
        let firm = try MadeUpRecords.organisation(1)
        try await clerk.hand([MadeUpRecords.licence(1, of: firm)], as: "a")
        let code = try MadeUpRecords.code(1).text
        let size = try await store.head().size
        let first = try await store.decide(pair(code, .different), by: "王某", at: Clerk.at(2))
        #expect(first == size + 1)
        #expect(try await store.entry(first)?.act == "pair")
        let kept = try await store.decidedPairs(of: "market-regulation", after: 0, limit: 10)
        #expect(
            kept == [DecidedPair(sequence: first, decision: pair(code, .different), officer: "王某", at: Clerk.at(2))]
        )
        #expect(
            try await store.decidedPairs(of: "transport", after: 0, limit: 10).isEmpty,
            "it holds for one department"
        )
        await #expect(throws: ActRefused.alreadyDone(first)) {
            try await store.decide(pair(code, .different, reason: "再"), by: "李某", at: Clerk.at(3))
        }
        let second = try await store.decide(pair(code, .same), by: "李某", at: Clerk.at(3))
        let other = try await store.decide(pair(code, .same, name: "示例壹号"), by: "李某", at: Clerk.at(3))
        _ = try await store.decide(pair(code, .same, from: "transport"), by: "李某", at: Clerk.at(3))
        let now = try await store.decidedPairs(of: "market-regulation", after: 0, limit: 10)
        #expect(now.map(\.sequence) == [second, other] && now.map(\.decision.verdict) == [.same, .same])
        #expect(
            try await store.decidedPairs(of: "market-regulation", after: second, limit: 10).map(\.sequence) == [other]
        )
        #expect(try await store.decidedPairs(of: "market-regulation", after: 0, limit: 1).map(\.sequence) == [second])
        try await latestSpellingDecides(store, code)
        #expect(try await clerk.records(of: firm).count == 1, "no record moves by it")
        #expect(try await store.proof(of: second) != nil)
    }

    /// Of several spellings of one name the latest decision is the one that can be taken back.
    private func latestSpellingDecides(_ store: any OfficerActs, _ code: String) async throws {
        let isOneName: @Sendable (String, String) -> Bool = { $0.first == $1.first }
        let decide = { (name: String, verdict: PairDecision.Verdict) in
            try await store.decide(
                pair(code, verdict, name: name),
                by: "王某",
                at: Clerk.at(4),
                isOneName: isOneName
            )
        }
        _ = try await decide("同喜商贸", .same)
        let other = try await decide("同喜（商贸）", .different)
        await #expect(throws: ActRefused.alreadyDone(other)) { try await decide("同喜商贸", .different) }
        let back = try await decide("同喜商贸", .same)
        #expect(back == other + 1)
        await #expect(throws: ActRefused.alreadyDone(back)) { try await decide("同喜（商贸）", .same) }
        _ = try await decide("异名", .different)
    }

    func pairIsRefusedWithoutGround(_ clerk: Clerk) async throws {
        let store = clerk.store
        try await clerk.hand([MadeUpRecords.licence(1, of: try MadeUpRecords.organisation(1))], as: "a")
        let code = try MadeUpRecords.code(1).text
        let stranger = try MadeUpRecords.code(2).text
        let size = try await store.head().size
        // A made-up citizen number of somebody born in 1880, in both widths.
        let number = "110101188001010011"
        let wide = String(
            String.UnicodeScalarView(number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
        )
        let refused: [(PairDecision, ActRefused)] = [
            (pair("91", .same), .codeInvalid("91")), (pair(stranger, .same), .nobodyHas(code: stranger)),
            (pair(code, .same, name: " "), .nameInvalid),
            (pair(code, .same, name: String(repeating: "长", count: 201)), .nameInvalid),
            (pair(code, .same, name: "示例" + number), .personalNumber), (pair(code, .same, name: wide), .personalNumber),
            (pair(code, .same, reason: "身份证" + number), .personalNumber),
        ]
        for (act, reason) in refused {
            await #expect(throws: reason) { try await store.decide(act, by: "王某", at: Clerk.at(2)) }
        }
        #expect(try await store.head().size == size)
    }
}
