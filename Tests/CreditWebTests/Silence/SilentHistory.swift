import CreditModel
import CreditRules
import CreditStore
import CreditStoreSQLite
import LibCrypto
import Testing

/// What happens in a silent city: the same in public, with restricted files and without.
enum SilentHistory {
    /// An enterprise with a public file.
    static let full = SampleFiles.full
    /// A sole trader with one.
    static let trader = SampleFiles.trader
    /// One of which restricted records came first.
    static let later = SampleFiles.quiet
    /// One of which there is nothing else.
    static let unknown = SampleFiles.empty
    /// One that an officer said a held row speaks of.
    static let resolved = "51220400MJ0TEWT55P"

    /// The registration number of the enterprise.
    static let fullNumber = "220400000000042"

    /// Made-up numbers of people born before 1890.
    static let people = ["220402188603050027", "220402188603050035", "220402188603050043"]

    /// A public record of every organisation that has one.
    static func open(_ step: Int, in city: SilentCity) async throws {
        let source = "market-regulation"
        let at = SampleFiles.day(2026, 6, [20, 25, 30][step])
        func hand(_ item: String, _ rows: [[String: String]], waiting: Int = 0) async throws {
            let (receipt, told) = try await city.hand(item, rows, from: source, at: at)
            #expect(receipt.counts.added == rows.count - waiting && receipt.counts.held == waiting, "\(told)")
        }
        func licence(_ number: Int, _ code: String, _ name: String) throws -> [String: String] {
            try city.row(
                "licence",
                [
                    "name": name, "code": code, "category": code == trader ? "个体工商户" : "法人及非法人组织",
                    "docNumber": "明许〔2026〕\(number)号", "certNumber": "MX\(number)",
                    "decidedOn": "2026-06-18", "validFrom": "2026-06-18", "validUntil": "2031-06-17",
                ]
            )
        }
        switch step {
        case 0:
            let row = try city.row("registration", ["name": "明光商贸有限公司", "code": full, "regNumber": fullNumber])
            try await hand("registration", [row])
        case 1:
            let rows = [try licence(1, full, "明光商贸有限公司"), try licence(2, later, "明日养殖专业合作社")]
            try await hand("licence", rows)
            let penalty = try city.row(
                "penalty",
                [
                    "name": "明光商贸有限公司", "code": full, "docNumber": "明罚〔2026〕1号", "decidedOn": "2026-06-18",
                    "validUntil": "2027-06-18", "shownUntil": "", "kinds": "责令停产停业",
                ]
            )
            try await hand("penalty", [penalty])
        default:
            let rows = [try licence(3, trader, "明记熟食店"), try licence(4, full, "明光商贸有限公司")]
            try await hand("licence", rows)
            // Beside organisations without a name: by other numbers than the code, by that of one of them, and by none.
            let byInner = try #require(CreditCode(full)?.organisationCode)
            let numbers: [[String: String]] = [
                ["orgCode": byInner], ["regNumber": fullNumber], ["regNumber": "220400000000018"], ["orgCode": "－"],
                ["orgCode": "---"], ["regNumber": "－"],
            ]
            let bare = try numbers.enumerated()
                .map { try licence(5 + $0, "", "明光商贸有限公司").merging($1) { $1 } }
            try await hand("licence", bare, waiting: 4)
        }
    }

    /// Restricted files, corrections, withdrawals, held rows and faults; gives what their senders were told.
    static func restricted(_ step: Int, in city: SilentCity) async throws -> String {
        let at = restrictedAt(step)
        let source = "finance"
        var told = ""
        func hand(_ item: String, _ rows: [[String: String]]) async throws -> Receipt {
            let (receipt, words) = try await city.hand(item, rows, from: source, at: at)
            told += words
            return receipt
        }
        func takeDown(_ record: Int64?) async throws {
            let number = try #require(record)
            let act = Withdrawal(record: number, standing: .withdrawn, reason: "核实", document: "撤1号")
            _ = try await city.store.withdraw(act, by: "王某", at: at)
        }
        if step == 0 {
            let first = try await hand("quiet-inspection", inspections)
            #expect(first.counts.added == 3 && first.counts.held == 2)
            let experts = try await hand("quiet-expert", [expert(0), expert(1)])
            #expect(experts.counts.added == 2)
            let held = try await city.store.conflicts().map(\.sequence)
            let act = Resolution(held: try #require(held.first), code: resolved, reason: "核实")
            _ = try await city.store.resolve(act, by: "王某", at: at)
            return told
        }
        let corrected = try await hand("quiet-inspection", [inspection(full, "秘名甲公司", 1, facts: "秘事更正")])
        #expect(corrected.counts.replaced == 1)
        let experts = try await hand("quiet-expert", [expert(0, facts: "秘评更正"), expert(2)])
        #expect(experts.counts.replaced == 1 && experts.counts.added == 1)
        let register = inspection(full, "秘名改称公司", 9, facts: "").merging(["address": "秘街九号"]) { $1 }
        #expect(try await hand("quiet-register", [register]).counts.added == 1)
        let faulty = try await hand("quiet-expert", [expert(0, number: "2***************27"), expert(1, number: "")])
        #expect(faulty.counts.refused == 2)
        let numbers = try await city.store.head().size
        _ = try await hand("quiet-expert", [expert(2, document: "秘评〔2026〕8号")])
        try await takeDown(numbers + 1)
        _ = try await hand("quiet-inspection", [inspection(unknown, "秘名乙局", 7, facts: "秘事七")])
        try await takeDown(try await city.store.head().size - 1)
        return told
    }

    static func restrictedAt(_ step: Int) -> Instant { SampleFiles.day(2026, 6, [22, 29][step]) }

    private static func inspection(
        _ code: String,
        _ name: String,
        _ number: Int,
        facts: String,
        registration: String = ""
    ) -> [String: String] {
        [
            "name": name, "code": code, "regNumber": registration, "docNumber": "秘检〔2026〕\(number)号",
            "authority": "辽源市财政局", "decidedOn": "2026-06-18", "facts": facts,
        ]
    }

    private static let inspections = [
        inspection(full, "秘名甲公司", 1, facts: "秘事一"),
        inspection(unknown, "秘名乙局", 2, facts: "秘事二", registration: "220400000000018"),
        inspection(later, "秘名丙社", 3, facts: "秘事三"), inspection("", "秘名丁会", 4, facts: "秘事四"),
        inspection("", "秘名戊厂", 5, facts: "秘事五", registration: "220400000000026"),
    ]

    private static func expert(
        _ person: Int,
        facts: String = "秘评串通",
        document: String = "秘评〔2026〕1号",
        number: String? = nil
    ) -> [String: String] {
        [
            "name": ["秘某子", "秘某丑", "秘某寅"][person], "certificate": number ?? people[person], "docNumber": document,
            "authority": "辽源市财政局", "decidedOn": "2026-06-18", "facts": facts,
        ]
    }

    /// A file on persons, as a sender has it checked.
    static var expertRows: [[String: String]] { [expert(0), expert(1, number: "220402188603050028"), expert(2)] }

    /// What no answer may hold: whatever is said in restricted rows, and what is left of the certificates' numbers.
    static var canaries: [String] {
        let rows = inspections.flatMap(\.values).filter { $0.contains("秘") }
        // The laws themselves speak of 商业秘密: the made-up names do not begin so.
        let words = ["秘名", "秘某", "秘检", "秘评", "秘事", "秘街", "220400000000018", "220400000000026", unknown, resolved]
        let marks = people.flatMap { number -> [String] in
            let hash = KeyedHash(key: SilentCity.personalKey).hash(Array(number.utf8)).prefix(16)
            return [number, CitizenNumber.mask(number), Hex.encode(Array(hash))]
        }
        return Array(Set(rows + words + marks)).sorted()
    }
}
