import CreditCatalogue
import CreditModel
import CreditRules

/// Why an entry's bytes cannot be read.
public struct EntryUnreadable: Error, Hashable, Sendable {
    /// What was missing or wrong.
    public let reason: String
}

extension Entry {
    /// The version of the form below.
    public static let version: Int64 = 1

    /// The canonical bytes: deterministic CBOR, the same for the same entry for ever.
    public var content: [UInt8] {
        var writer = CBORWriter(capacity: 1024)
        writer.write(
            .map([
                "v": .integer(Entry.version), "at": .integer(at.microseconds), "by": .text(actor),
                "act": .text(act.name),
                "cat": .bytes(catalogue), "what": act.body,
            ])
        )
        return writer.bytes
    }

    /// Reads canonical bytes.
    public init(content: [UInt8]) throws {
        self = try content.withUnsafeBufferPointer { try Entry(content: $0) }
    }

    /// Reads canonical bytes where they lie.
    ///
    /// - Throws: `CBOR.Malformed` where they are not canonical, `EntryUnreadable` where something is missing or wrong.
    public init(content: UnsafeBufferPointer<UInt8>) throws {
        self = try EntryScanner.entry(in: content) ?? Entry(tree: CBOR(decoding: content))
    }

    /// Reads a tree: every kind of entry, and whatever the scanner leaves.
    init(tree: CBOR) throws {
        guard tree["v"]?.integerValue == Entry.version, let at = tree["at"]?.integerValue,
            let actor = tree["by"]?.textValue,
            let name = tree["act"]?.textValue, let catalogue = tree["cat"]?.bytesValue, let body = tree["what"]
        else { throw EntryUnreadable(reason: "head") }
        self.init(
            at: Instant(microseconds: at),
            actor: actor,
            catalogue: catalogue,
            act: try Act(name: name, body: body)
        )
    }
}

extension Entry.Act {
    fileprivate var body: CBOR {
        switch self {
        case .record(let act): .map(act.pairs)
        case .role(let act): .map(act.pairs)
        case .held(let act, let reason): .map(act.pairs.merging(["why": .text(reason.rawValue)]) { first, _ in first })
        case .resolution(let act):
            .map(["held": .integer(act.held), "code": act.code.map { .text($0) } ?? .null, "reason": .text(act.reason)])
        case .withdrawal(let act):
            .map([
                "record": .integer(act.record), "standing": .text(act.standing.rawValue), "reason": .text(act.reason),
                "document": .text(act.document),
            ])
        case .tier(let act):
            .map(["record": .integer(act.record), "tier": .text(act.tier.rawValue), "reason": .text(act.reason)])
        case .pair(let act):
            .map([
                "src": .text(act.source), "name": .text(act.name), "code": .text(act.code),
                "verdict": .text(act.verdict.rawValue), "reason": .text(act.reason),
            ])
        case .seal(let seal): .map(seal.pairs)
        }
    }

    fileprivate init(name: String, body: CBOR) throws {
        switch name {
        case "record": self = .record(try RecordAct(body))
        case "role": self = .role(try RoleAct(body))
        case "held":
            guard let reason = body["why"]?.textValue.flatMap({ FaultCode(rawValue: $0) }) else {
                throw EntryUnreadable(reason: "why")
            }
            self = .held(try RecordAct(body), reason: reason)
        case "resolution":
            self = .resolution(
                Resolution(
                    held: try body.integer("held"),
                    code: body["code"]?.textValue,
                    reason: try body.text("reason")
                )
            )
        case "withdrawal":
            guard let standing = RecordStanding(rawValue: try body.text("standing")) else {
                throw EntryUnreadable(reason: "standing")
            }
            self = .withdrawal(
                Withdrawal(
                    record: try body.integer("record"),
                    standing: standing,
                    reason: try body.text("reason"),
                    document: try body.text("document")
                )
            )
        case "tier":
            guard let tier = Tier(rawValue: try body.text("tier")) else { throw EntryUnreadable(reason: "tier") }
            self = .tier(TierDecision(record: try body.integer("record"), tier: tier, reason: try body.text("reason")))
        case "pair": self = .pair(try PairDecision(body))
        case "seal": self = .seal(try Seal(body))
        default: throw EntryUnreadable(reason: name)
        }
    }
}

extension PairDecision {
    fileprivate init(_ body: CBOR) throws {
        guard let verdict = Verdict(rawValue: try body.text("verdict")) else {
            throw EntryUnreadable(reason: "verdict")
        }
        self.init(
            source: try body.text("src"),
            name: try body.text("name"),
            code: try body.text("code"),
            verdict: verdict,
            reason: try body.text("reason")
        )
    }
}

extension Seal {
    fileprivate var pairs: [String: CBOR] {
        var pairs: [String: CBOR] = [
            "sub": .text(submission), "src": .text(source), "item": .text(item), "form": .text(template),
            "file": .bytes(file), "day": .integer(Int64(receivedOn.number)),
        ]
        for (path, name) in zip(SubmissionCounts.paths, SubmissionCounts.names) {
            pairs[name] = .integer(Int64(counts[keyPath: path]))
        }
        return pairs
    }

    fileprivate init(_ body: CBOR) throws {
        var counts = SubmissionCounts()
        for (path, name) in zip(SubmissionCounts.paths, SubmissionCounts.names) {
            counts[keyPath: path] = Int(try body.integer(name))
        }
        self.init(
            submission: try body.text("sub"),
            source: try body.text("src"),
            item: try body.text("item"),
            template: try body.text("form"),
            file: body["file"]?.bytesValue ?? [],
            receivedOn: try body.day("day"),
            counts: counts
        )
    }
}

extension CBOR {
    func text(_ key: String) throws(EntryUnreadable) -> String {
        guard let text = self[key]?.textValue else { throw EntryUnreadable(reason: key) }
        return text
    }

    func integer(_ key: String) throws(EntryUnreadable) -> Int64 {
        guard let number = self[key]?.integerValue else { throw EntryUnreadable(reason: key) }
        return number
    }

    func day(_ key: String) throws(EntryUnreadable) -> Day {
        guard let day = try optionalDay(key) else { throw EntryUnreadable(reason: key) }
        return day
    }

    func optionalDay(_ key: String) throws(EntryUnreadable) -> Day? {
        guard let number = self[key]?.integerValue else { return nil }
        guard let number = Int32(exactly: number) else { throw EntryUnreadable(reason: key) }
        return Day(number: number)
    }
}
