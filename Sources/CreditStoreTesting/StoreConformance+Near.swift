import CreditModel
import CreditRules
import CreditStore
import Testing

extension StoreConformance {
    private func licence(_ spelt: String, of number: Int = 1) throws -> CreditRecord {
        MadeUpRecords.licence(1, of: try MadeUpRecords.organisation(number), document: spelt)
    }

    /// Hands records in, in chunks of one each, and gives what was told of near numbers, by row.
    private func hand(
        _ records: [CreditRecord],
        as id: String,
        from source: String = "market-regulation",
        _ clerk: Clerk
    ) async throws -> (near: [Int: NearNumber], receipt: Receipt) {
        let progress = try await clerk.store.begin(clerk.start(id, records, from: source))
        var near: [Int: NearNumber] = [:]
        for (place, record) in records.enumerated() {
            let chunk = try clerk.chunk(progress.id, [record], from: source, first: 2 + place)
            near.merge(try await clerk.store.append(chunk).near) { $1 }
        }
        return (near, try await clerk.store.seal(progress.id, at: Clerk.at(1, seconds: 3600)))
    }

    func nearNumberIsToldAndKept(_ clerk: Clerk) async throws {
        let spellings = ["许〔2026〕1号", "许[2026]第001号", "许（2026）1 号", "许〔2026〕1"]
        let (near, receipt) = try await hand(try spellings.map { try licence($0) }, as: "a", clerk)
        #expect(near.keys.sorted() == [3, 4, 5], "each but the first")
        for (row, found) in near {
            #expect(found == NearNumber(sent: spellings[row - 2], other: spellings[0], record: 1))
        }
        #expect(receipt.counts.added == 4 && receipt.counts.warned == 3)
        let kept = try await clerk.records(of: try MadeUpRecords.organisation(1))
        #expect(kept.map { $0.facts.record.fields.text("docNumber") } == spellings, "nothing is merged")
        let reverse = try spellings.reversed().map { try licence($0, of: 2) }
        let (again, _) = try await hand(reverse, as: "b", clerk)
        #expect(again.keys.sorted() == [3, 4, 5] && again.values.allSatisfy { $0.other == spellings[3] })
        let row = try clerk.chunk("c", [try licence("许[2026]1号", of: 2)])
        guard case .record(let record, _) = row.rows[0].content else { return }
        _ = try await clerk.store.begin(clerk.start("c", [record]))
        let told = CheckedRow(row: 2, content: row.rows[0].content, isWarned: true)
        var counts = row.counts
        counts.warned = 1
        let chunk = SubmissionChunk(
            submission: "c",
            source: row.source,
            at: row.at,
            rows: [told],
            lastRow: 2,
            counts: counts
        )
        let outcome = try await clerk.store.append(chunk)
        #expect(outcome.near.count == 1 && outcome.counts.warned == 1, "a row is counted as warned once")
    }

    func nearNumberIsOfOneSubjectSourceAndKey(_ clerk: Clerk) async throws {
        try await clerk.hand([try licence("许〔2026〕1号")], as: "a")
        let other = MadeUpRecords.licence(2, of: try MadeUpRecords.organisation(1), document: "许[2026]1号")
        let (near, receipt) = try await hand(
            [try licence("许[2026]1号", of: 2), other, try licence("许[2026]2号"), try licence("许[2025]1号")],
            as: "b",
            clerk
        )
        #expect(near.isEmpty && receipt.counts.warned == 0 && receipt.counts.added == 4)
        #expect(try await hand([try licence("许[2026]1号")], as: "c", from: "transport", clerk).near.isEmpty)
        let penalty = try MadeUpRecords.penalty(1, of: try MadeUpRecords.organisation(1), document: "许[2026]1号")
        #expect(try await hand([penalty], as: "d", clerk).near.isEmpty)
        let (again, second) = try await hand([try licence("许〔2026〕1号")], as: "e", clerk)
        #expect(again.isEmpty && second.counts.unchanged == 1, "what is held already makes no new record")
    }

    func nearNumberOfWithdrawnRecordIsNotTold(_ clerk: Clerk) async throws {
        try await clerk.hand([try licence("许[2026]1号"), try licence("许〔2026〕2号")], as: "a")
        for record in [1, 2] as [Int64] {
            let act = Withdrawal(record: record, standing: .withdrawn, reason: "误报", document: "撤1号")
            _ = try await clerk.store.withdraw(act, by: "王某", at: Clerk.at(2))
        }
        let (near, _) = try await hand([try licence("许〔2026〕1号"), try licence("许[2026]2号")], as: "b", clerk)
        #expect(near.isEmpty)
        let changed = MadeUpRecords.licence(
            1,
            of: try MadeUpRecords.organisation(1),
            content: "另",
            document: "许[2026]2号"
        )
        let receipt = try await clerk.hand([changed], as: "c", on: 3)
        #expect(receipt.counts.replaced == 1 && receipt.counts.warned == 0)
        let (last, _) = try await hand([try licence("许〔2026〕02号")], as: "d", clerk)
        #expect(last[2]?.other == "许[2026]2号", "a corrected record is found under its number")
    }

    func nearNumberOfResolvedRowIsFound(_ clerk: Clerk) async throws {
        let nameless = SubjectKeys(name: "无码", creditCode: nil)
        let held = MadeUpRecords.licence(1, of: nameless, document: "许[2026]1号")
        try await clerk.hand([held], as: "a")
        let row = try #require(try await clerk.store.conflicts().first)
        let code = try MadeUpRecords.code(1).text
        let act = Resolution(held: row.sequence, code: code, reason: "核实")
        let record = try await clerk.store.resolve(act, by: "王某", at: Clerk.at(2))
        let (near, _) = try await hand([try licence("许〔2026〕1号")], as: "b", clerk)
        #expect(near[2] == NearNumber(sent: "许〔2026〕1号", other: "许[2026]1号", record: record))
    }
}
