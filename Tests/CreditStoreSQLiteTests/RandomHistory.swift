import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import CreditStoreTesting
import TestSupport

/// Submissions, corrections, acts of officers: a history that a seed brings about again.
struct RandomHistory {
    private var random: SplitMix
    private let clerk: Clerk
    private var submissions = 0
    private let kinds = ["警告", "罚款", "没收违法所得", "责令停产停业", "暂扣或者吊销许可证", "其他"]

    init(seed: UInt64, clerk: Clerk) {
        random = SplitMix(state: seed)
        self.clerk = clerk
    }

    /// Does so many things one after the other.
    mutating func run(steps: Int) async throws {
        for step in 0..<steps {
            let day = 40 + step
            switch Int.random(in: 0..<10, using: &random) {
            case 0...4: try await submit(on: day)
            case 5: try await submitRoles(on: day)
            case 6: try await withdraw(on: day)
            case 7: try await resolve(on: day)
            case 8: try await pair(on: day)
            default: try await decide(on: day)
            }
        }
    }

    private mutating func submit(on day: Int) async throws {
        submissions += 1
        let source = ["market-regulation", "transport"].randomElement(using: &random) ?? "transport"
        let count = Int.random(in: 1...12, using: &random)
        let make = [licence, penalty, registration, restricted].randomElement(using: &random) ?? licence
        var records: [CreditRecord] = []
        for _ in 0..<count { records.append(try make(&self)) }
        try await clerk.hand(records, as: "sub \(submissions)", from: source, on: day)
        if Bool.random(using: &random) {
            try await clerk.hand(records, as: "sub \(submissions) again", from: source, on: day)
        }
    }

    private mutating func submitRoles(on day: Int) async throws {
        submissions += 1
        let source = ["market-regulation", "transport"].randomElement(using: &random) ?? "transport"
        var records: [RoleRecord] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            records.append(
                try MadeUpRecords.role(
                    UInt8.random(in: 1...4, using: &random),
                    item: Bool.random(using: &random) ? "role" : "other-role",
                    content: Bool.random(using: &random) ? "迟到" : "缺席"
                )
            )
        }
        try await clerk.hand(roles: records, as: "sub \(submissions)", from: source, on: day)
    }

    /// Keys of one of a few organisations, in one of the ways in which rows speak of them.
    private mutating func keys() throws -> SubjectKeys {
        let number = Int.random(in: 1...6, using: &random)
        let code = try MadeUpRecords.code(number, kind: number % 3 == 0 ? "92" : "91")
        let name = "示例\(number)号" + (Bool.random(using: &random) ? "有限公司" : "公司")
        let registration = String(220_400_000_000_000 + number)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return SubjectKeys(name: name, creditCode: nil)
        case 1: return SubjectKeys(name: name, creditCode: nil, registrationNumber: registration)
        case 2: return SubjectKeys(name: name, creditCode: nil, organisationCode: code.organisationCode)
        case 3: return SubjectKeys(name: name, creditCode: code, registrationNumber: registration)
        case 4:
            return SubjectKeys(name: name, creditCode: code, registrationNumber: String(220_400_000_000_001 + number))
        default: return SubjectKeys(name: name, creditCode: code)
        }
    }

    private let licence: @Sendable (inout RandomHistory) throws -> CreditRecord = { history in
        let number = Int.random(in: 1...15, using: &history.random)
        let content = Bool.random(using: &history.random) ? "食品" : "药品"
        return MadeUpRecords.licence(
            number,
            of: try history.keys(),
            decidedOn: MadeUpRecords.day(number),
            content: content,
            document: Int.random(in: 0..<3, using: &history.random) == 0 ? "许[2026]第0\(number)号" : nil
        )
    }

    private let penalty: @Sendable (inout RandomHistory) throws -> CreditRecord = { history in
        let number = Int.random(in: 1...15, using: &history.random)
        let kinds = history.kinds.shuffled(using: &history.random).prefix(Int.random(in: 1...2, using: &history.random))
        // Days on both sides of 2026-04-01, where one rule follows the other.
        return try MadeUpRecords.penalty(
            number,
            of: try history.keys(),
            kinds: Array(kinds),
            fine: Amount(fen: Int64.random(in: 1...9, using: &history.random) * 100_000),
            decidedOn: MadeUpRecords.day(Int.random(in: 25...34, using: &history.random))
        )
    }

    private let registration: @Sendable (inout RandomHistory) throws -> CreditRecord = { history in
        MadeUpRecords.registration(
            of: try history.keys(),
            address: "街\(Int.random(in: 1...3, using: &history.random))号"
        )
    }

    private let restricted: @Sendable (inout RandomHistory) throws -> CreditRecord = { history in
        MadeUpRecords.restricted(of: try history.keys(), content: Bool.random(using: &history.random) ? "一" : "二")
    }

    private mutating func withdraw(on day: Int) async throws {
        let size = try await clerk.store.head().size
        guard size > 0 else { return }
        let record = Int64.random(in: 1...size, using: &random)
        let standing = Bool.random(using: &random) ? RecordStanding.withdrawn : .takenDown
        let act = Withdrawal(record: record, standing: standing, reason: "核实", document: "撤1号")
        try await tolerate { try await clerk.store.withdraw(act, by: "王某", at: Clerk.at(day)) }
    }

    private mutating func resolve(on day: Int) async throws {
        guard let held = try await clerk.store.conflicts().randomElement(using: &random) else { return }
        let number = Int.random(in: 0...8, using: &random)
        let code = number == 0 ? nil : try MadeUpRecords.code(number, kind: number % 3 == 0 ? "92" : "91").text
        let act = Resolution(held: held.sequence, code: code, reason: "核实")
        try await tolerate { try await clerk.store.resolve(act, by: "王某", at: Clerk.at(day)) }
    }

    private mutating func decide(on day: Int) async throws {
        guard let open = try await clerk.store.undeterminedTiers().randomElement(using: &random) else { return }
        let tier = [Tier.minor, .general, .serious].randomElement(using: &random) ?? .minor
        let act = TierDecision(record: open.id, tier: tier, reason: "核实")
        try await tolerate { try await clerk.store.decide(act, by: "王某", at: Clerk.at(day)) }
    }

    private mutating func pair(on day: Int) async throws {
        let number = Int.random(in: 1...6, using: &random)
        let act = PairDecision(
            source: Bool.random(using: &random) ? "market-regulation" : "transport",
            name: "示例\(Int.random(in: 1...3, using: &random))号",
            code: try MadeUpRecords.code(number, kind: number % 3 == 0 ? "92" : "91").text,
            verdict: Bool.random(using: &random) ? .same : .different,
            reason: "核实"
        )
        try await tolerate { try await clerk.store.decide(act, by: "王某", at: Clerk.at(day)) }
    }

    /// An act that a store refuses with a reason is part of a history too.
    private func tolerate(_ act: () async throws -> Int64) async throws {
        do { _ = try await act() } catch is ActRefused {}
    }
}
