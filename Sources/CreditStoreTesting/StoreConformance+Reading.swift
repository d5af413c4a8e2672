import CreditModel
import CreditRules
import CreditStore
import Testing

extension StoreConformance {
    func pagesDoNotDrift(_ clerk: Clerk) async throws {
        let records = try (1...60)
            .map { number in
                MadeUpRecords.licence(
                    number,
                    of: try MadeUpRecords.organisation(number % 9 + 1),
                    decidedOn: MadeUpRecords.day(-number % 7)
                )
            }
        try await clerk.hand(records, as: "a")
        let expected = records.enumerated().map { (day: $1.decidedOn, id: Int64($0 + 1)) }
            .sorted { ($0.day, $0.id) > ($1.day, $1.id) }.map(\.id)
        for limit in [1, 7, 60, 500] {
            var query = ListQuery(item: "licence", today: MadeUpRecords.day(9), limit: limit)
            let pin = try await clerk.store.head().size
            var seen: [Int64] = []
            var turn = 0
            repeat {
                let page = try await clerk.store.page(query)
                #expect(page.rows.count <= limit && page.pin == pin)
                seen += page.rows.map(\.record.id)
                query.cursor = page.next.flatMap { ListCursor(text: $0.text) }
                #expect(query.cursor == page.next)
                turn += 1
                if turn < 4 {
                    let number = 1000 + limit * 10 + turn
                    let late = MadeUpRecords.licence(
                        number,
                        of: try MadeUpRecords.organisation(5),
                        decidedOn: MadeUpRecords.day(-3)
                    )
                    try await clerk.hand([late], as: "late \(number)", on: 2)
                }
            } while query.cursor != nil
            #expect(seen.filter { $0 <= 60 } == expected, "pages of \(limit)")
            #expect(seen.allSatisfy { $0 <= pin } && Set(seen).count == seen.count)
        }
    }

    func listsAreNarrowed(_ clerk: Clerk) async throws {
        func batch(_ numbers: ClosedRange<Int>) throws -> [CreditRecord] {
            try numbers.map {
                MadeUpRecords.licence($0, of: try MadeUpRecords.organisation($0), decidedOn: MadeUpRecords.day(-$0))
            }
        }
        try await clerk.hand(try batch(1...5), as: "a")
        try await clerk.hand(try batch(6...9), as: "b", from: "transport", on: 4)
        func numbers(_ query: ListQuery) async throws -> [Int] {
            try await clerk.pages(query).map { MadeUpRecords.day(0).days(until: $0.facts.record.decidedOn) * -1 }
        }
        let today = MadeUpRecords.day(9)
        #expect(try await numbers(ListQuery(item: "licence", today: today)) == Array(1...9))
        #expect(
            try await numbers(ListQuery(item: "licence", source: "transport", today: today, limit: 2)) == Array(6...9)
        )
        #expect(try await numbers(ListQuery(item: "licence", source: "nobody", today: today)) == [])
        #expect(try await numbers(ListQuery(item: "penalty", today: today)) == [])
        let from = MadeUpRecords.day(-7)
        let until = MadeUpRecords.day(-3)
        #expect(
            try await numbers(ListQuery(item: "licence", from: from, until: until, today: today, limit: 2))
                == Array(3...7)
        )
        #expect(try await numbers(ListQuery(item: "licence", today: MadeUpRecords.day(2))) == Array(1...5))
        #expect(try await numbers(ListQuery(item: "licence", today: MadeUpRecords.day(0))) == [])
        let received = try await clerk.store.received(since: MadeUpRecords.day(2))
        #expect(
            received == [ReceivedCount(source: "transport", item: "licence", admitted: 4, latest: MadeUpRecords.day(4))]
        )
    }

    func nameFeedGoesOnFromASequenceNumber(_ clerk: Clerk) async throws {
        try await clerk.hand(
            try (1...5).map { MadeUpRecords.registration(of: try MadeUpRecords.organisation($0)) },
            as: "a"
        )
        let today = MadeUpRecords.day(9)
        let all = try await clerk.store.namedSubjects(after: 0, limit: 100, today: today)
        #expect(all.count == 5 && all.allSatisfy { $0.formerNames.isEmpty && $0.name != nil && $0.shownUntil != nil })
        #expect(try await clerk.store.namedSubjects(after: all[1].id, limit: 2, today: today) == Array(all[2..<4]))
        let early = try await clerk.store.namedSubjects(after: 0, limit: 100, today: MadeUpRecords.day(-9))
        #expect(early.allSatisfy { $0.shownUntil == nil }, "nothing is shown before it was received")
        let head = try await clerk.store.head().size
        #expect(try await clerk.store.nameFeedState().sequence == head)
        let leaf = try await clerk.store.leaf(of: head)
        let entry = try await clerk.store.entry(head)
        #expect(leaf != nil && leaf == entry?.leaf)
        let beyond = try await clerk.store.leaf(of: head + 1)
        #expect(beyond == nil)
        let renamed = try MadeUpRecords.organisation(2, name: "新名有限公司")
        try await clerk.hand([MadeUpRecords.registration(of: renamed)], as: "b", on: 2)
        let later = try await clerk.store.namedSubjects(touchedSince: head, limit: 100, today: today)
        #expect(later.subjects.map(\.name) == ["新名有限公司"] && later.subjects.first?.id == all[1].id)
        #expect(later.subjects.first?.formerNames == [all[1].name].compactMap(\.self))
        let end = try await clerk.store.head().size
        #expect(later.upTo == end)
        let part = try await clerk.store.namedSubjects(touchedSince: 0, limit: 2, today: today)
        #expect(part.upTo == 2 && part.subjects.map(\.id) == all.prefix(2).map(\.id))
    }

    func withdrawnNameLeavesTheFeed(_ clerk: Clerk) async throws {
        let firm = try MadeUpRecords.organisation(1)
        let today = MadeUpRecords.day(9)
        try await clerk.hand([MadeUpRecords.registration(of: firm)], as: "a")
        try await clerk.hand([MadeUpRecords.licence(1, of: firm)], as: "b")
        let renamed = try MadeUpRecords.organisation(1, name: "误登名称有限公司")
        try await clerk.hand([MadeUpRecords.registration(of: renamed)], as: "c", on: 2)
        let head = try await clerk.store.head().size
        let act = Withdrawal(record: 1, standing: .takenDown, reason: "登记有误", document: "")
        _ = try await clerk.store.withdraw(act, by: "王某", at: Clerk.at(3))
        let changes = try await clerk.store.namedSubjects(touchedSince: head, limit: 100, today: today)
        let found = try #require(changes.subjects.first)
        #expect(found.name == firm.name && found.formerNames == [], "as its licence still calls it")
        #expect(found.shownUntil != nil, "its licence is still shown")
        let subject = try await clerk.store.subject(key: found.key)
        #expect(subject?.name == firm.name && subject?.formerNames == [] && subject?.address == nil)
    }

    func withdrawnNameIsGoneAfterFurtherCorrections(_ clerk: Clerk) async throws {
        let today = MadeUpRecords.day(9)
        let firm = try MadeUpRecords.organisation(1)
        try await clerk.hand([MadeUpRecords.registration(of: firm)], as: "a")
        let renamed = try MadeUpRecords.organisation(1, name: "误登名称有限公司")
        try await clerk.hand([MadeUpRecords.registration(of: renamed)], as: "b", on: 2)
        try await clerk.hand([MadeUpRecords.registration(of: renamed, address: "示例街9号")], as: "c", on: 3)
        let act = Withdrawal(record: 1, standing: .takenDown, reason: "登记有误", document: "")
        _ = try await clerk.store.withdraw(act, by: "王某", at: Clerk.at(4))
        let nameless = try await clerk.store.namedSubjects(after: 0, limit: 10, today: today).first
        #expect(nameless?.name == nil && nameless?.formerNames == [] && nameless?.shownUntil == nil)
        try await clerk.hand([MadeUpRecords.licence(1, of: firm)], as: "d", on: 5)
        let again = try await clerk.store.namedSubjects(after: 0, limit: 10, today: today).first
        #expect(again?.name == firm.name && again?.formerNames == [] && again?.shownUntil != nil)
    }

    func resolvedRowsOrganisationIsInTheFeed(_ clerk: Clerk) async throws {
        let waiting = MadeUpRecords.licence(1, of: SubjectKeys(name: "无码有限公司", creditCode: nil))
        try await clerk.hand([waiting], as: "a")
        let head = try await clerk.store.head().size
        let pinned = try await clerk.store.page(ListQuery(item: "licence", today: MadeUpRecords.day(9)))
        let act = Resolution(held: 1, code: try MadeUpRecords.code(7).text, reason: "已核实")
        _ = try await clerk.store.resolve(act, by: "王某", at: Clerk.at(2))
        #expect(pinned.rows.isEmpty)
        let found = try await clerk.store.namedSubjects(touchedSince: head, limit: 10, today: MadeUpRecords.day(9))
        #expect(found.subjects.map(\.name) == ["无码有限公司"], "a reader that stands at the head learns of it")
    }

    func registrationRenewsItsSubject(_ clerk: Clerk) async throws {
        let firm = try MadeUpRecords.organisation(1)
        try await clerk.hand([MadeUpRecords.licence(1, of: firm)], as: "a")
        let bare = try #require(try await clerk.store.subject(key: firm.creditCode?.text ?? ""))
        #expect(bare.address == nil && bare.status == nil && bare.established == nil && bare.kind == .enterprise)
        #expect(bare.division == "220402")
        try await clerk.hand([MadeUpRecords.registration(of: firm)], as: "b", on: 2)
        let named = try MadeUpRecords.organisation(1, name: "改名有限公司")
        let moved = MadeUpRecords.registration(of: named, address: "示例街2号", status: "注销")
        let receipt = try await clerk.hand([moved], as: "c", on: 3)
        #expect(receipt.counts.replaced == 1)
        let subject = try #require(try await clerk.store.subject(key: firm.creditCode?.text ?? ""))
        #expect(subject.id == bare.id && subject.name == "改名有限公司" && subject.formerNames == [firm.name])
        #expect(subject.address == "示例街2号" && subject.status == "注销" && subject.established == MadeUpRecords.day(-400))
    }
}
