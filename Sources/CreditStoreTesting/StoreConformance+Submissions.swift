import CreditModel
import CreditRules
import CreditStore
import Testing

extension StoreConformance {
    private func licences(_ numbers: ClosedRange<Int>, content: String = "预包装食品销售") throws -> [CreditRecord] {
        try numbers.map { MadeUpRecords.licence($0, of: try MadeUpRecords.organisation($0), content: content) }
    }

    func receiptTellsWhatBecameOfTheRows(_ clerk: Clerk) async throws {
        let records = try licences(1...3)
        let empty = try await clerk.store.head()
        #expect(empty.size == 0 && empty.checkpoint.isEmpty)
        let progress = try await clerk.store.begin(clerk.start("a", records))
        #expect(progress.id == "a" && progress.lastRow == 0 && !progress.isResumed && progress.earlier == nil)
        #expect(try await clerk.store.receipt("a") == nil, "nothing is acknowledged before the seal")
        let outcome = try await clerk.store.append(try clerk.chunk("a", records, refused: 1))
        #expect(outcome.counts.added == 3 && outcome.held.isEmpty)
        let receipt = try await clerk.store.seal("a", at: Clerk.at(1, seconds: 60))
        #expect(receipt.counts.rows == 4 && receipt.counts.refused == 1 && receipt.counts.admitted == 3)
        #expect(receipt.firstSequence == 1 && receipt.sealSequence == 4 && receipt.sealedAt == Clerk.at(1, seconds: 60))
        #expect(try await clerk.store.head().size == 4)
        #expect(try await clerk.store.seal("a", at: Clerk.at(2)) == receipt, "a seal is made once")
        #expect(try await clerk.store.receipt("a") == receipt)
        #expect(try await clerk.store.head().size == 4)
        await #expect(throws: (any Error).self) { try await clerk.store.append(clerk.chunk("a", records)) }
        let stored = try #require(try await clerk.store.record(2))
        #expect(stored.facts.record == records[1] && stored.row == 3 && stored.submission == "a")
        #expect(stored.facts.receivedOn == MadeUpRecords.day(1) && stored.source == "market-regulation")
    }

    func sameFileAgainChangesNothing(_ clerk: Clerk) async throws {
        let records = try licences(1...3)
        let first = try await clerk.hand(records, as: "a")
        let head = try await clerk.store.head()
        let progress = try await clerk.store.begin(clerk.start("b", records, on: 5))
        #expect(progress.id == "b" && progress.earlier == first)
        let outcome = try await clerk.store.append(try clerk.chunk("b", records, on: 5))
        #expect(outcome.counts.unchanged == 3 && outcome.counts.added == 0 && outcome.counts.replaced == 0)
        let second = try await clerk.store.seal("b", at: Clerk.at(5))
        #expect(second.sealSequence == nil && second.firstSequence == nil && second.counts.unchanged == 3)
        #expect(try await clerk.store.head() == head)
    }

    func sealedSinceIsTakenUp(_ clerk: Clerk) async throws {
        let records = try licences(1...3)
        let first = try await clerk.hand(records, as: "a")
        let taken = try await clerk.store.begin(clerk.start("b", records, on: 2, triedSince: Clerk.at(1)))
        #expect(taken.id == "a" && taken.isSealed && taken.isResumed && taken.earlier == nil)
        #expect(taken.lastRow == 4 && taken.counts == first.counts)
        #expect(try await clerk.store.seal("a", at: Clerk.at(2)) == first)
        let later = try await clerk.store.begin(clerk.start("c", records, on: 2, triedSince: Clerk.at(2)))
        #expect(later.id == "c" && !later.isSealed && later.earlier == first)
        _ = try await clerk.store.append(try clerk.chunk("c", records, on: 2))
        let again = try await clerk.store.seal("c", at: Clerk.at(2, seconds: 9))
        let repeated = try await clerk.store.begin(clerk.start("d", records, on: 2, triedSince: Clerk.at(2)))
        #expect(repeated.id == "c" && repeated.isSealed && repeated.earlier == first)
        #expect(try await clerk.store.seal("c", at: Clerk.at(3)) == again)
        #expect(try await clerk.store.status().first?.submissions == 2)
    }

    func otherContentReplacesAndHistoryStays(_ clerk: Clerk) async throws {
        let records = try licences(1...3)
        try await clerk.hand(records, as: "a")
        let changed = MadeUpRecords.licence(2, of: try MadeUpRecords.organisation(2), content: "散装食品销售")
        let receipt = try await clerk.hand([records[0], changed], as: "b", on: 3)
        #expect(receipt.counts.unchanged == 1 && receipt.counts.replaced == 1 && receipt.counts.added == 0)
        let kept = try #require(try await clerk.store.record(2))
        #expect(kept.id == 2 && kept.sequence == receipt.firstSequence && kept.facts.record == changed)
        #expect(try await clerk.store.history(of: 2) == [2])
        #expect(try await clerk.store.history(of: 1) == [])
        #expect(try await clerk.records(of: try MadeUpRecords.organisation(2)).count == 1)
    }

    func olderFileReverts(_ clerk: Clerk) async throws {
        let old = try licences(1...1)
        let new = try licences(1...1, content: "散装食品销售")
        try await clerk.hand(old, as: "a")
        let second = try await clerk.hand(new, as: "b", on: 2)
        let third = try await clerk.hand(old, as: "c", on: 3)
        #expect(third.counts.replaced == 1 && third.sealSequence != nil, "an older file reverts visibly")
        let stored = try #require(try await clerk.store.record(1))
        #expect(stored.facts.record == old[0] && stored.sequence == third.firstSequence)
        #expect(try await clerk.store.history(of: 1) == [1, try #require(second.firstSequence)])
    }

    func brokenOffSubmissionGoesOn(_ clerk: Clerk) async throws {
        let records = try licences(1...6)
        _ = try await clerk.store.begin(clerk.start("a", records))
        _ = try await clerk.store.append(try clerk.chunk("a", Array(records[..<2]), refused: 1))
        let resumed = try await clerk.store.begin(clerk.start("b", records))
        #expect(resumed.id == "a" && resumed.isResumed && resumed.lastRow == 4)
        #expect(resumed.counts.rows == 3 && resumed.counts.added == 2 && resumed.counts.refused == 1)
        let other = try await clerk.store.begin(clerk.start("c", records, from: "transport"))
        #expect(other.id == "c" && !other.isResumed, "another department's file is its own")
        _ = try await clerk.store.append(try clerk.chunk("a", Array(records[2...]), first: 5))
        let receipt = try await clerk.store.seal("a", at: Clerk.at(1))
        #expect(receipt.counts.rows == 7 && receipt.counts.added == 6 && receipt.counts.refused == 1)
        #expect(receipt.firstSequence == 1 && receipt.sealSequence == 7)
    }

    func submissionsMayInterleave(_ clerk: Clerk) async throws {
        let some = try licences(1...4)
        let others = try licences(11...14)
        _ = try await clerk.store.begin(clerk.start("a", some))
        _ = try await clerk.store.begin(clerk.start("b", others, from: "transport"))
        for half in 0..<2 {
            let range = (half * 2)..<(half * 2 + 2)
            _ = try await clerk.store.append(try clerk.chunk("a", Array(some[range]), first: 2 + half * 2))
            let chunk = try clerk.chunk("b", Array(others[range]), from: "transport", first: 2 + half * 2)
            _ = try await clerk.store.append(chunk)
        }
        let second = try await clerk.store.seal("b", at: Clerk.at(1))
        let first = try await clerk.store.seal("a", at: Clerk.at(1))
        #expect(first.counts.added == 4 && second.counts.added == 4)
        #expect(first.firstSequence == 1 && second.firstSequence == 3)
        #expect(second.sealSequence == 9 && first.sealSequence == 10)
        #expect(try await clerk.store.head().size == 10)
    }

    func noDepartmentReplacesAnothersRecord(_ clerk: Clerk) async throws {
        try await clerk.hand(try licences(1...1), as: "a")
        let receipt = try await clerk.hand(try licences(1...1, content: "另有其事"), as: "b", from: "transport")
        #expect(receipt.counts.added == 1 && receipt.counts.replaced == 0)
        let records = try await clerk.records(of: try MadeUpRecords.organisation(1))
        #expect(Set(records.map(\.source)) == ["market-regulation", "transport"])
    }
}
