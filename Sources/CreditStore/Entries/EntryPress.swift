import CreditLedger
public import CreditModel
import LibCrypto

/// An entry ready to be committed: canonical bytes, salt, and the hash of its leaf.
///
/// It depends on no sequence number, so it is made outside the lock (decision 7).
public struct PressedEntry: Sendable {
    /// The canonical bytes.
    public let content: [UInt8]
    /// Thirty-two random bytes.
    public let salt: [UInt8]
    /// The hash of the leaf that commits to both.
    public let leaf: [UInt8]
}

/// A record's two keyed hashes: which record it is, and what it says (decisions 6 and 8).
public struct RecordMarks: Sendable, Hashable {
    /// Both one behind the other, by which a row that waits is recognised.
    public var joined: [UInt8] { key + content }

    /// Which record: item, subject and key fields; sixteen bytes.
    public let key: [UInt8]
    /// What it says: the canonical bytes; sixteen bytes.
    public let content: [UInt8]
    /// What `key` would be if its document's number stood in its normal form; `nil` where it does, and where no number is part
    /// of the key.
    ///
    /// Two records whose numbers are one number, written in two ways, have the same, or that of one is the key of the other.
    public let nearKey: [UInt8]?
}

/// Makes entries: encodes, salts, hashes, and computes the keyed hashes of records.
///
/// One press serves one thread.
public final class EntryPress {
    private var hasher = Hasher256()
    private let keyed: KeyedHash
    private var body = CBORWriter(capacity: 2048)
    private var envelope = CBORWriter(capacity: 2048)
    private var salts: ArraySlice<UInt8> = []

    /// A press under a store's key for records.
    public init(recordKey: [UInt8]) {
        keyed = KeyedHash(key: recordKey)
    }

    /// Any entry.
    public func press(_ entry: Entry) throws -> PressedEntry { try press(content: entry.content) }

    /// Bytes that are canonical already, as replay has them, under the salt they were committed with.
    public func press(content: [UInt8], salt: [UInt8]) -> PressedEntry {
        let commitment = Commitment(salt: salt, content: content, &hasher)
        return PressedEntry(content: content, salt: salt, leaf: commitment.leaf(&hasher))
    }

    /// A record's entry, written without a tree, and its marks.
    public func press(
        _ act: RecordAct,
        at: Instant,
        actor: String,
        catalogue: [UInt8],
        keyFields: KeyFields
    ) throws
        -> (entry: PressedEntry, marks: RecordMarks)
    {
        body.removeAll()
        RecordCoding.write(act.record, into: &body)
        let content = Array(keyed.hash(body.bytes).prefix(16))
        envelope.removeAll()
        writeEnvelope(act, at, actor, catalogue)
        let entry = try press(content: envelope.bytes)
        let code = act.identity.code(own: act.record.subject.creditCode) ?? ""
        return (entry, marks(act, code: code, keyFields: keyFields, content: content))
    }

    /// The marks of a record that speaks of the subject of a code.
    public func marks(_ act: RecordAct, code: String, keyFields: KeyFields) -> RecordMarks {
        body.removeAll()
        RecordCoding.write(act.record, into: &body)
        let content = Array(keyed.hash(body.bytes).prefix(16))
        return marks(act, code: code, keyFields: keyFields, content: content)
    }

    private func marks(_ act: RecordAct, code: String, keyFields: KeyFields, content: [UInt8]) -> RecordMarks {
        RecordMarks(
            key: key(act, code: code, keyFields: keyFields, normal: nil),
            content: content,
            nearKey: nearKey(act, code: code, keyFields: keyFields)
        )
    }

    /// The key that a record would have if its document's number stood in its normal form; `nil` where it does, and where no
    /// number is part of the key.
    public func nearKey(_ act: RecordAct, code: String, keyFields: KeyFields) -> [UInt8]? {
        normalNumber(act.record, keyFields).map { key(act, code: code, keyFields: keyFields, normal: $0) }
    }

    /// The normal form of a record's document number, where that is not how it was sent.
    private func normalNumber(_ record: CreditRecord, _ keyFields: KeyFields) -> String? {
        guard let field = keyFields.document, case .text(let text) = record.fields[field] else { return nil }
        return DocumentNumber.normalIfOther(than: text)
    }

    /// The entry of a record of a person in a role, and its marks.
    public func press(
        _ act: RoleAct,
        at: Instant,
        actor: String,
        catalogue: [UInt8],
        keyFields: KeyFields
    ) throws -> (entry: PressedEntry, marks: RecordMarks) {
        let entry = Entry(at: at, actor: actor, catalogue: catalogue, act: .role(act))
        return (try press(entry), marks(act, keyFields: keyFields))
    }

    /// The marks of a record of a person in a role.
    ///
    /// The person's keyed hash stands where an organisation's code does; numbers written otherwise are not compared.
    public func marks(_ act: RoleAct, keyFields: KeyFields) -> RecordMarks {
        body.removeAll()
        RoleCoding.write(act.record, into: &body)
        let content = Array(keyed.hash(body.bytes).prefix(16))
        body.removeAll()
        // No array of a record of an organisation has bytes in its fourth place.
        body.beginArray(4 + keyFields.ids.count)
        body.write("role")
        body.write(act.record.item)
        body.write(act.source)
        body.write(bytes: act.record.person.certificate.hash)
        write(keyFields, of: act.record.fields, normal: nil)
        return RecordMarks(key: Array(keyed.hash(body.bytes).prefix(16)), content: content, nearKey: nil)
    }

    private func press(content: [UInt8]) throws -> PressedEntry {
        if salts.count < Commitment.saltSize { salts = try RandomBytes.make(Commitment.saltSize * 256)[...] }
        let salt = Array(salts.prefix(Commitment.saltSize))
        salts = salts.dropFirst(Commitment.saltSize)
        return press(content: content, salt: salt)
    }

    /// The source is part of the key: one datum, one source; no department replaces another's record.
    private func key(_ act: RecordAct, code: String, keyFields: KeyFields, normal: String?) -> [UInt8] {
        body.removeAll()
        body.beginArray(3 + keyFields.ids.count)
        body.write(act.record.item)
        body.write(act.source)
        body.write(code)
        write(keyFields, of: act.record.fields, normal: normal)
        return Array(keyed.hash(body.bytes).prefix(16))
    }

    private func write(_ keyFields: KeyFields, of fields: FieldMap, normal: String?) {
        for field in keyFields.ids {
            if let normal, field == keyFields.document {
                RecordCoding.write(.text(normal), into: &body)
            } else if let value = fields[field] {
                RecordCoding.write(value, into: &body)
            } else {
                body.writeNull()
            }
        }
    }

    /// Writes what `Entry.content` writes for a record act; a test holds the two equal.
    private func writeEnvelope(_ act: RecordAct, _ at: Instant, _ actor: String, _ catalogue: [UInt8]) {
        envelope.beginMap(6)
        envelope.write("v")
        envelope.write(Entry.version)
        envelope.write("at")
        envelope.write(at.microseconds)
        envelope.write("by")
        envelope.write(actor)
        envelope.write("act")
        envelope.write("record")
        envelope.write("cat")
        envelope.write(bytes: catalogue)
        envelope.write("what")
        let isHistory = if case .history = act.identity { true } else { false }
        envelope.beginMap(isHistory ? 6 : 5)
        envelope.write("id")
        envelope.write(isHistory ? "history" : "code")
        envelope.write("rec")
        envelope.append(encoded: body.bytes)
        envelope.write("row")
        envelope.write(Int64(act.row))
        envelope.write("src")
        envelope.write(act.source)
        envelope.write("sub")
        envelope.write(act.submission)
        if case .history(let code) = act.identity {
            envelope.write("code")
            envelope.write(code)
        }
    }
}
