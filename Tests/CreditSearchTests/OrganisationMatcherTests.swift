import CreditModel
import CreditSearch
import CreditStore
import Testing

/// Organisations by the keys that a feed of names has for them.
private struct Directory: SubjectDirectory, NameFeed {
    let names: Names

    func nameFeedState() async -> NameFeedState { await names.nameFeedState() }

    func leaf(of sequence: Int64) async -> [UInt8]? { await names.leaf(of: sequence) }

    func namedSubjects(after id: Int64, limit: Int, today: Day) async -> [NamedSubject] {
        await names.namedSubjects(after: id, limit: limit, today: today)
    }

    func namedSubjects(touchedSince sequence: Int64, limit: Int, today: Day) async -> NameChanges {
        await names.namedSubjects(touchedSince: sequence, limit: limit, today: today)
    }

    func subject(key: String) async throws -> Subject? {
        try await all().first { $0.code == key || $0.registrationNumber == key }
    }

    func subject(id: Int64) async throws -> Subject? { try await all().first { $0.id == id } }

    private func all() async throws -> [Subject] {
        await names.namedSubjects(after: 0, limit: .max, today: Names.today)
            .map {
                Subject(
                    id: $0.id,
                    code: $0.key,
                    registrationNumber: $0.registrationNumber,
                    kind: $0.kind,
                    // The register itself keeps what was withdrawn.
                    name: $0.name ?? OrganisationMatcherTests.withdrawn,
                    formerNames: $0.formerNames,
                    division: nil,
                    address: nil,
                    established: nil,
                    status: nil
                )
            }
    }
}

/// All organisations are made up.
@Suite struct OrganisationMatcherTests {
    /// A unified code that holds, by a number.
    static func code(_ number: Int, kind: String = "91") -> String {
        let body = kind + "220402TEWT9" + String(String(number + 10_000).dropFirst())
        let check = CreditCode.checkCharacter(for: Array(body.utf8)) ?? 0x30
        return body + String(UnicodeScalar(check))
    }

    private func matcher(
        _ names: [String],
        traders: [String] = [],
        memory: MatchMemory = MatchMemory()
    ) async throws -> OrganisationMatcher {
        let register = Names()
        for (number, name) in names.enumerated() {
            await register.give(name, to: Int64(number + 1), code: Self.code(number + 1))
        }
        for (number, name) in traders.enumerated() {
            let subject = number + 500
            await register.give(name, to: Int64(subject), kind: .soleTrader, code: Self.code(subject, kind: "92"))
        }
        return try Self.matcher(over: register, memory)
    }

    /// A name that was withdrawn, of which the register knows.
    static let withdrawn = "辽源市撤回商贸有限公司"

    /// Limits 7 and 10: like an unknown code, also where an officer decided on it.
    @Test func organisationOfWhichNothingIsShownIsUnknown() async throws {
        let register = Names()
        await register.give("辽源市鑫源商贸有限公司", to: 1, code: Self.code(1))
        await register.hide(1)
        var memory = MatchMemory()
        memory.remember(decided("鑫源商贸", 1, .same, at: 7))
        let matcher = try Self.matcher(over: register, memory)
        for row in [
            MatchRow(name: "鑫源商贸"), MatchRow(name: "鑫源商贸", code: Self.code(1)),
            MatchRow(name: "鑫源商贸", code: "220400000000001"),
        ] {
            let outcome = try await matcher.match(row, today: Names.today)
            #expect(outcome.band == .different && outcome.candidates.isEmpty, "\(outcome)")
        }
    }

    @Test func nameThatWasWithdrawnIsNeitherUsedNorSaid() async throws {
        let register = Names()
        await register.give("辽源市鑫源商贸有限公司", to: 1, code: Self.code(1))
        await register.hide(1, nameAlone: true)
        let matcher = try Self.matcher(over: register)
        let byName = try await matcher.match(MatchRow(name: Self.withdrawn), today: Names.today)
        #expect(byName.candidates.isEmpty, "\(byName)")
        let byCode = try await matcher.match(MatchRow(name: "别名", code: Self.code(1)), today: Names.today)
        let found = try #require(byCode.candidates.first)
        #expect(found.key == Self.code(1) && found.name == nil)
        #expect(found.judgement == MatchJudgement(.same, MatchReasons(.sameCode)))
    }

    private static func matcher(
        over register: Names,
        _ memory: MatchMemory = MatchMemory()
    ) throws
        -> OrganisationMatcher
    {
        OrganisationMatcher(
            search: NameSearch(store: register, interval: 0, clock: Names.clock),
            store: Directory(names: register),
            parser: try Words.parser(),
            memory: memory
        )
    }

    private func decided(_ name: String, _ number: Int, _ verdict: PairDecision.Verdict, at: Int64) -> DecidedPair {
        DecidedPair(
            sequence: at,
            decision: PairDecision(source: "a", name: name, code: Self.code(number), verdict: verdict, reason: "核实"),
            officer: "王某",
            at: Instant(microseconds: 1_780_000_000_000_000)
        )
    }

    @Test(arguments: [
        ("辽源市鑫源商贸有限公司", MatchBand.same), ("辽源市鑫源商貿有限公司", .same), ("辽源市鑫源商贸有限责任公司", .same), ("辽源市鑫源商贸", .same),
        ("鑫源商贸", .ask), ("鑫源", .ask), ("通化市鑫源商贸有限公司", .different), ("辽源市鑫源商贸有限公司第一分公司", .different),
        ("辽源市无人听说过有限公司", .different),
    ])
    func oneOrganisationIsFound(name: String, band: MatchBand) async throws {
        let outcome = try await matcher(["辽源市鑫源商贸有限公司", "辽源市恒泰食品厂"]).match(MatchRow(name: name), today: Names.today)
        #expect(outcome.band == band, "\(outcome)")
        if band != .different { #expect(outcome.candidates.first?.key == Self.code(1)) }
    }

    @Test(arguments: [
        "通化市鑫源商贸有限公司", "辽源市鑫源商贸有限公司第一分公司", "鑫源商贸股份有限公司", "辽源鑫源商贸有限公司", "辽源市鑫源贸易有限公司", "辽源市鑫源有限公司",
        "辽源市鑫源商贸有限公司",
    ])
    func neverTheSameByNameAloneWhereASiblingStands(sibling: String) async throws {
        let matcher = try await matcher(["辽源市鑫源商贸有限公司", sibling])
        let outcome = try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司"), today: Names.today)
        #expect(outcome.band == .ask, "\(outcome)")
        let own = try #require(outcome.candidates.first { $0.key == Self.code(1) })
        #expect(own.judgement.reasons.list.contains(.sibling))
        let byCode = try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司", code: Self.code(1)), today: Names.today)
        #expect(byCode.band == .same && byCode.candidates.first?.key == Self.code(1))
    }

    /// More names come before the sibling than a search for the name shows.
    @Test func siblingBehindManyOthersIsSeen() async throws {
        let others = (0..<51).map { "鑫源\(String(UnicodeScalar(UInt16(0x4E10 + $0 * 7)) ?? "甲"))商贸有限公司" }
        let sibling = "内蒙古自治区呼伦贝尔市鑫源贸易有限公司"
        let matcher = try await matcher(["辽源市鑫源商贸有限公司"] + others + [sibling])
        let outcome = try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司"), today: Names.today)
        #expect(outcome.band == .ask, "\(outcome)")
        #expect(outcome.candidates.first?.judgement.reasons.list.contains(.sibling) == true)
        let alone = try await self.matcher(["辽源市鑫源商贸有限公司"] + others)
        #expect(try await alone.match(MatchRow(name: "辽源市鑫源商贸有限公司"), today: Names.today).band == .same)
    }

    @Test func brandThatTooManyBearIsAQuestion() async throws {
        let others = (0..<250).map { "鑫源\(String(UnicodeScalar(UInt16(0x4E10 + $0 * 7)) ?? "甲"))食品有限公司" }
        let matcher = try await matcher(["辽源市鑫源商贸有限公司"] + others)
        let outcome = try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司"), today: Names.today)
        #expect(outcome.band == .ask, "\(outcome)")
        #expect(outcome.candidates.first?.judgement.reasons.list.contains(.brandCommon) == true)
    }

    @Test func otherTradeOfTheSameBrandIsNoSibling() async throws {
        let matcher = try await matcher(["辽源市鑫源商贸有限公司", "辽源市鑫源食品有限公司"])
        #expect(try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司"), today: Names.today).band == .same)
    }

    @Test func codeDecidesAndAsksWhereTheNameIsClearlyAnothers() async throws {
        let matcher = try await matcher(["辽源市鑫源商贸有限公司", "辽源市恒泰食品厂"])
        let short = try await matcher.match(MatchRow(name: "恒泰食品", code: Self.code(2)), today: Names.today)
        #expect(short.band == .same && short.candidates.first?.key == Self.code(2))
        let renamed = try await matcher.match(MatchRow(name: "辽源市新名商贸有限公司", code: Self.code(2)), today: Names.today)
        #expect(renamed.band == .ask && renamed.candidates.first?.key == Self.code(2), "\(renamed)")
        #expect(renamed.candidates.first?.judgement.reasons.list.contains(.nameAgainstCode) == true)
        var memory = MatchMemory()
        memory.remember(decided("辽源市新名商贸有限公司", 2, .same, at: 7))
        let known = try await self.matcher(["辽源市鑫源商贸有限公司", "辽源市恒泰食品厂"], memory: memory)
            .match(MatchRow(name: "辽源市新名商贸有限公司", code: Self.code(2)), today: Names.today)
        #expect(known.band == .same && known.candidates.first?.decided != nil)
        let stranger = try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司", code: Self.code(9)), today: Names.today)
        #expect(stranger.band == .different)
        #expect(stranger.candidates.first?.judgement.reasons.list == [.otherCode])
        let byNumber = try await matcher.match(MatchRow(name: "辽源市新名", code: "220400000000002"), today: Names.today)
        #expect(byNumber.band == .ask && byNumber.candidates.first?.key == Self.code(2))
        let byBoth = try await matcher.match(MatchRow(name: "恒泰食品", code: "220400000000002"), today: Names.today)
        #expect(byBoth.band == .same && byBoth.candidates.first?.key == Self.code(2))
    }

    @Test func registrationNumberOfAnotherOrOfNobodyIsNoWrongCode() async throws {
        let matcher = try await matcher(["辽源市鑫源商贸有限公司", "辽源市恒泰食品厂"])
        for number in ["220400000000002", "220400000000018"] {
            let outcome = try await matcher.match(MatchRow(name: "辽源市鑫源商贸有限公司", code: number), today: Names.today)
            let first = try #require(outcome.candidates.first { $0.key == Self.code(1) })
            #expect(first.judgement.band == .ask && first.judgement.reasons.list == [.otherNumber, .sameName])
        }
    }

    /// Limit 1: by its code or its exact trade name alone.
    @Test func soleTraderIsFoundByCodeOrExactNameAlone() async throws {
        let name = "龙山区试言小吃店"
        let matcher = try await matcher(["辽源市鑫源商贸有限公司"], traders: [name])
        let exact = try await matcher.match(MatchRow(name: "龙山区试言 小吃店"), today: Names.today)
        #expect(exact.candidates.count == 1 && exact.candidates[0].judgement.reasons.list.contains(.soleTrader))
        for other in ["试言小吃店", "试言", "龙山区试言小吃", "龍山區試言小吃店"] {
            #expect(try await matcher.match(MatchRow(name: other), today: Names.today).candidates.isEmpty, "\(other)")
        }
        let byCode = try await matcher.match(
            MatchRow(name: "试言小吃", code: Self.code(500, kind: "92")),
            today: Names.today
        )
        #expect(byCode.band == .same && byCode.candidates.count == 1)
        let decided = DecidedPair(
            sequence: 1,
            decision: PairDecision(
                source: "a",
                name: "试言",
                code: Self.code(500, kind: "92"),
                verdict: .same,
                reason: "核实"
            ),
            officer: "王某",
            at: Instant(microseconds: 0)
        )
        var memory = MatchMemory()
        memory.remember(decided)
        let known = try await self.matcher([], traders: [name], memory: memory)
        #expect(try await known.match(MatchRow(name: "试言"), today: Names.today).band == .same)
    }

    @Test func decidedPairIsNotAskedAgain() async throws {
        let names = ["辽源市鑫源商贸有限公司", "通化市鑫源商贸有限公司"]
        var memory = MatchMemory()
        memory.remember(decided("鑫源商贸", 1, .different, at: 7))
        let no = try await matcher(names, memory: memory).match(MatchRow(name: "鑫源商貿"), today: Names.today)
        let first = try #require(no.candidates.first { $0.key == Self.code(1) })
        #expect(first.judgement == MatchJudgement(.different, MatchReasons(.decided)) && first.decided?.officer == "王某")
        memory.remember(decided("鑫源 商贸", 1, .same, at: 9))
        memory.remember(decided("鑫源商贸", 1, .different, at: 8))
        let yes = try await matcher(names, memory: memory).match(MatchRow(name: "鑫源商贸"), today: Names.today)
        #expect(yes.band == .same && yes.candidates.first?.decided?.sequence == 9)
        // Another name of that department, and a code that says otherwise, are not covered.
        #expect(try await matcher(names, memory: memory).match(MatchRow(name: "鑫源"), today: Names.today).band == .ask)
        let coded = try await matcher(names, memory: memory)
            .match(MatchRow(name: "鑫源商贸", code: Self.code(2)), today: Names.today)
        #expect(coded.candidates.first { $0.key == Self.code(1) }?.judgement.band == .different)
    }

    @Test func decidedOrganisationComesUpThoughItsNameIsFarOff() async throws {
        var memory = MatchMemory()
        memory.remember(decided("老字号门市", 1, .same, at: 7))
        let outcome = try await matcher(["辽源市鑫源商贸有限公司"], memory: memory)
            .match(MatchRow(name: "老字号门市"), today: Names.today)
        #expect(outcome.band == .same && outcome.candidates.map(\.key) == [Self.code(1)])
    }

    @Test func answersNameTenOrganisationsAtMost() async throws {
        let names = (0..<30).map { "辽源市鑫源\("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒".map { $0 }[$0])商贸有限公司" }
        let outcome = try await matcher(names).match(MatchRow(name: "鑫源"), today: Names.today)
        #expect(outcome.candidates.count == OrganisationMatcher.limit && outcome.band == .ask)
    }
}
