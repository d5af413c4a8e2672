import CreditCatalogue
import CreditLedger
import CreditModel
import CreditRules
import CreditStoreTesting
import LibCrypto
import TestSupport
import Testing

@testable import CreditStore

@Suite struct CanonicalBytesTests {
    private static func acts() throws -> [Entry.Act] {
        let firm = try MadeUpRecords.organisation(1)
        let full = SubjectKeys(
            name: "甲公司",
            creditCode: firm.creditCode,
            registrationNumber: "220400000000018",
            organisationCode: "D2143569X"
        )
        let bare = SubjectKeys(name: "无码", creditCode: nil)
        let records = [
            MadeUpRecords.licence(1, of: firm), MadeUpRecords.licence(2, of: full), MadeUpRecords.licence(3, of: bare),
            try MadeUpRecords.penalty(1, of: full, kinds: ["警告", "罚款"]), MadeUpRecords.registration(of: full),
            MadeUpRecords.licence(4, of: firm, decidedOn: try #require(Day(iso: "1949-10-01"))),
            MadeUpRecords.licence(5, of: firm, content: String(repeating: "长", count: 4_000)),
            MadeUpRecords.licence(6, of: firm, content: ""),
        ]
        let identities: [Identity] = [.code, .open, .history(code: firm.creditCode?.text ?? "")]
        let recordActs = records.flatMap { record in
            identities.map {
                RecordAct(submission: "S-1", row: 300, source: "market-regulation", identity: $0, record: record)
            }
        }
        var counts = SubmissionCounts()
        (counts.rows, counts.added, counts.replaced, counts.unchanged) = (100_000, 1, 2, 3)
        (counts.held, counts.refused, counts.warned, counts.late) = (4, 5, 6, 7)
        let seal = Seal(
            submission: "S-1",
            source: "market-regulation",
            item: "licence",
            template: "licence-2018",
            file: SHA256.hash([1]),
            receivedOn: MadeUpRecords.day(0),
            counts: counts
        )
        return recordActs.map { .record($0) } + recordActs.map { .held($0, reason: .identityConflict) }
            + [
                .role(
                    RoleAct(submission: "S-1", row: 300, source: "finance", record: try MadeUpRecords.role(1))
                ),
                .role(RoleAct(submission: "S-1", row: 3, source: "finance", record: try plainRole())),
            ]
            + RecordStanding.allCases.map {
                .withdrawal(Withdrawal(record: 7, standing: $0, reason: "因", document: ""))
            }
            + Tier.allCases.map { .tier(TierDecision(record: 1 << 40, tier: $0, reason: "因")) }
            + PairDecision.Verdict.allCases.map {
                .pair(PairDecision(source: "transport", name: "示例", code: "91", verdict: $0, reason: "因"))
            }
            + [.resolution(Resolution(held: 9, code: nil, reason: "因")), .seal(seal)]
            + [.resolution(Resolution(held: 9, code: firm.creditCode?.text, reason: ""))]
    }

    /// A record of a person in a role without a document, with a period.
    private static func plainRole() throws -> RoleRecord {
        let full = try MadeUpRecords.role(2)
        return RoleRecord(
            item: full.item,
            person: full.person,
            bearing: .neutral(nil),
            decidedOn: full.decidedOn,
            validFrom: MadeUpRecords.day(-9),
            validUntil: MadeUpRecords.day(900),
            fields: FieldMap()
        )
    }

    private static func entry(_ act: Entry.Act, at: Int64 = 1_772_000_000_000_000) -> Entry {
        Entry(at: Instant(microseconds: at), actor: "王某", catalogue: SHA256.hash([2]), act: act)
    }

    @Test func everyEntryComesBackFromItsBytes() throws {
        for act in try Self.acts() {
            for at in [0, -1, 1_772_000_000_000_000] as [Int64] {
                let entry = Self.entry(act, at: at)
                let bytes = entry.content
                let read = try Entry(content: bytes)
                #expect(read == entry)
                #expect(read.content == bytes)
            }
        }
    }

    @Test func entriesThatDifferHaveBytesThatDiffer() throws {
        let all = try Self.acts().map { Self.entry($0).content }
        #expect(Set(all).count == all.count)
    }

    @Test func pressWritesTheSameBytesAsTheEntry() throws {
        let press = EntryPress(recordKey: .init(repeating: 1, count: 32))
        var hasher = Hasher256()
        for act in try Self.acts() {
            let entry = Self.entry(act)
            let plain = try press.press(entry)
            #expect(plain.content == entry.content && plain.salt.count == Commitment.saltSize)
            let commitment = Commitment(salt: plain.salt, content: plain.content, &hasher)
            #expect(plain.leaf == commitment.leaf(&hasher))
            guard case .record(let record) = act, record.identity != .open else { continue }
            let (pressed, marks) = try press.press(
                record,
                at: entry.at,
                actor: entry.actor,
                catalogue: entry.catalogue,
                keyFields: KeyFields(["docNumber"], document: "docNumber")
            )
            #expect(pressed.content == entry.content)
            #expect(pressed.salt != plain.salt, "every entry has a salt of its own")
            let code = record.identity.code(own: record.record.subject.creditCode) ?? ""
            #expect(
                press.marks(record, code: code, keyFields: KeyFields(["docNumber"], document: "docNumber")) == marks
            )
        }
    }

    @Test func marksTellRecordsApartByItemSourceSubjectAndKeyFields() throws {
        let press = EntryPress(recordKey: .init(repeating: 1, count: 32))
        let firm = try MadeUpRecords.organisation(1)
        func marks(
            _ record: CreditRecord,
            source: String = "a",
            code: String = "x",
            fields: [String] = ["docNumber"]
        ) -> RecordMarks {
            let act = RecordAct(submission: "s", row: 2, source: source, identity: .code, record: record)
            return press.marks(act, code: code, keyFields: KeyFields(fields))
        }
        let record = MadeUpRecords.licence(1, of: firm)
        let base = marks(record)
        #expect(base.key.count == 16 && base.content.count == 16)
        #expect(marks(record, source: "b").key != base.key && marks(record, code: "y").key != base.key)
        #expect(marks(MadeUpRecords.licence(2, of: firm)).key != base.key)
        #expect(marks(try MadeUpRecords.penalty(1, of: firm)).key != base.key)
        #expect(marks(record, fields: ["docNumber", "absent"]).key != base.key)
        let corrected = marks(MadeUpRecords.licence(1, of: firm, content: "另"))
        #expect(corrected.key == base.key && corrected.content != base.content)
        let other = EntryPress(recordKey: .init(repeating: 2, count: 32))
        let act = RecordAct(submission: "s", row: 2, source: "a", identity: .code, record: record)
        #expect(other.marks(act, code: "x", keyFields: KeyFields(["docNumber"], document: "docNumber")).key != base.key)
    }

    @Test(arguments: 0..<60) func bytesCutShortAreNoEntry(cut: Int) throws {
        let act = try #require(try Self.acts().first)
        let content = Self.entry(act).content
        let count = content.count * cut / 60
        #expect(throws: (any Error).self) { try Entry(content: Array(content.prefix(count))) }
    }

    @Test func scannerTakesEveryRecordThatThePlatformWrites() throws {
        for act in try Self.acts() {
            let entry = Self.entry(act)
            let scanned = entry.content.withUnsafeBufferPointer { EntryScanner.entry(in: $0) }
            switch act {
            case .record, .held: #expect(scanned == entry)
            default: #expect(scanned == nil, "left to the tree reader")
            }
        }
    }

    /// Whatever happens to the bytes, both readers give the same entry or the same error.
    @Test func scannerAndTreeReaderAgreeOnDamagedBytes() throws {
        var random = SplitMix(state: 20_261_123)
        var taken = 0
        for act in try Self.acts() {
            let content = Self.entry(act).content
            guard content.count < 2000 else { continue }
            for _ in 0..<300 {
                let bytes = Self.damaged(content, &random)
                let scanned = bytes.withUnsafeBufferPointer { EntryScanner.entry(in: $0) }
                let tree = Self.outcome { try Entry(tree: CBOR(decoding: bytes)) }
                if let scanned {
                    taken += 1
                    #expect(tree == "\(scanned)")
                }
                #expect(Self.outcome { try Entry(content: bytes) } == tree)
            }
        }
        #expect(taken > 500, "damage inside a text often leaves an entry")
    }

    @Test func scannerLeavesWhatIsCanonicalButNotAsThePlatformWritesIt() throws {
        let record = RecordAct(
            submission: "S-1",
            row: 2,
            source: "a",
            identity: .code,
            record: MadeUpRecords.licence(1, of: try MadeUpRecords.organisation(1))
        )
        let whole = try CBOR(decoding: Self.entry(.record(record)).content)
        guard case .map(let pairs) = whole, case .map(let body)? = pairs["what"] else {
            Issue.record("an entry is a map")
            return
        }
        let others: [CBOR] = [
            .map(pairs.merging(["more": .null]) { first, _ in first }),
            .map(pairs.merging(["v": .integer(2)]) { _, new in new }),
            .map(
                pairs.merging(["what": .map(body.merging(["id": .text("else")]) { _, new in new })]) { _, new in new }
            ),
            .map(pairs.merging(["what": .map(body.merging(["zz": .null]) { _, new in new })]) { _, new in new }),
        ]
        for other in others {
            let bytes = other.encoded
            #expect(bytes.withUnsafeBufferPointer { EntryScanner.entry(in: $0) } == nil)
            #expect(Self.outcome { try Entry(content: bytes) } == Self.outcome { try Entry(tree: other) })
        }
    }

    private static func outcome(_ read: () throws -> Entry) -> String {
        do { return "\(try read())" } catch { return "\(error)" }
    }

    private static func damaged(_ content: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = content
        for _ in 0...Int(random.next() % 2) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch random.next() % 5 {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default:
                let other = Int.random(in: 0..<bytes.count, using: &random)
                bytes.swapAt(place, other)
            }
        }
        return bytes
    }
}
