import CreditCatalogue
import CreditLedger
import CreditModel
import CreditRules
import CreditStore
import LibCrypto
import Testing

extension StoreConformance {
    func everyEntryIsProved(_ clerk: Clerk) async throws {
        let records = try (1...520).map { MadeUpRecords.licence($0, of: try MadeUpRecords.organisation($0 % 40 + 1)) }
        // Chunks that end before, on and behind the edge of a tile.
        let cuts = [0, 100, 255, 256, 300, 511, 520]
        _ = try await clerk.store.begin(clerk.start("a", records))
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            _ = try await clerk.store.append(try clerk.chunk("a", Array(records[from..<to]), first: from + 2))
            try await prove(clerk, [1, Int64(from) + 1, Int64(to)])
        }
        _ = try await clerk.store.seal("a", at: Clerk.at(1))
        let act = Withdrawal(record: 3, standing: .withdrawn, reason: "撤销", document: "撤1号")
        _ = try await clerk.store.withdraw(act, by: "王某", at: Clerk.at(2))
        let size = try await clerk.store.head().size
        #expect(size == 522)
        try await prove(clerk, Array(1...size))
        for beyond in [-1, 0, size + 1] {
            #expect(try await clerk.store.entry(beyond) == nil)
            #expect(try await clerk.store.proof(of: beyond) == nil)
        }
        let last = try #require(try await clerk.store.entry(size))
        #expect(last.act == "withdrawal" && last.record == 3 && last.at == Clerk.at(2))
        #expect(try await clerk.store.entry(size - 1)?.act == "seal")
    }

    private func prove(_ clerk: Clerk, _ sequences: [Int64]) async throws {
        let head = try await clerk.store.head()
        let signed = Checkpoint(note: head.checkpoint, publicKey: keys.signing.publicKey)
        #expect(signed == Checkpoint(origin: catalogue.city.ledgerOrigin, size: head.size, root: head.root))
        #expect(head.verifierKey == Checkpoint.verifierKey(catalogue.city.ledgerOrigin, keys.signing.publicKey))
        var hasher = Hasher256()
        for sequence in sequences {
            let entry = try #require(try await clerk.store.entry(sequence))
            let proof = try #require(try await clerk.store.proof(of: sequence))
            #expect(proof.root(from: entry.leaf) == head.root, "entry \(sequence) of \(head.size)")
            let commitment = try #require(entry.commitment)
            #expect(commitment.count == 33 && MerkleHash.leaf(commitment, &hasher) == entry.leaf)
        }
    }

    func statusCountsByDepartment(_ clerk: Clerk) async throws {
        let firm = try MadeUpRecords.organisation(1)
        let nameless = MadeUpRecords.licence(9, of: SubjectKeys(name: "无码", creditCode: nil))
        try await clerk.hand([MadeUpRecords.licence(1, of: firm), nameless], as: "a")
        try await clerk.hand([MadeUpRecords.licence(1, of: firm, content: "改")], as: "b", on: 3)
        let open = try MadeUpRecords.penalty(1, of: firm, decidedOn: MadeUpRecords.day(31))
        try await clerk.hand([open], as: "c", from: "transport", on: 32)
        _ = try await clerk.store.begin(
            clerk.start("d", [MadeUpRecords.licence(2, of: firm)], from: "transport", on: 33)
        )
        let status = try await clerk.store.status()
        #expect(status.map(\.source) == ["market-regulation", "transport"])
        let market = try #require(status.first)
        #expect(market.submissions == 2 && market.open == 0 && market.waiting == 1 && market.undetermined == 0)
        #expect(
            market.counts.rows == 3 && market.counts.added == 1 && market.counts.replaced == 1
                && market.counts.held == 1
        )
        #expect(market.latest == MadeUpRecords.day(3))
        let transport = try #require(status.last)
        #expect(
            transport.submissions == 1 && transport.open == 1 && transport.waiting == 0 && transport.undetermined == 1
        )
        #expect(transport.counts.added == 1 && transport.latest == MadeUpRecords.day(33))
    }
}
