public import CreditModel

extension RecordAct {
    var pairs: [String: CBOR] {
        var pairs: [String: CBOR] = [
            "sub": .text(submission), "row": .integer(Int64(row)), "src": .text(source),
            "rec": RecordCoding.tree(record),
        ]
        switch identity {
        case .code: pairs["id"] = .text("code")
        case .open: pairs["id"] = .text("open")
        case .history(let code):
            pairs["id"] = .text("history")
            pairs["code"] = .text(code)
        }
        return pairs
    }

    init(_ body: CBOR) throws {
        let identity: Identity =
            switch try body.text("id") {
            case "code": .code
            case "history": .history(code: try body.text("code"))
            default: .open
            }
        guard let tree = body["rec"] else { throw EntryUnreadable(reason: "rec") }
        self.init(
            submission: try body.text("sub"),
            row: Int(try body.integer("row")),
            source: try body.text("src"),
            identity: identity,
            record: try RecordCoding.record(tree)
        )
    }
}

/// The canonical form of a record; the same record gives the same bytes for ever.
public enum RecordCoding {
    /// The canonical bytes of a record, written without an intermediate tree: this is the hot path of taking in.
    public static func write(_ record: CreditRecord, into writer: inout CBORWriter) {
        let subject = record.subject
        let document = record.bearing.document
        writer.beginMap(
            5 + (subject.creditCode == nil ? 0 : 1) + (subject.registrationNumber == nil ? 0 : 1)
                + (subject.organisationCode == nil ? 0 : 1) + (document == nil ? 0 : 2)
                + (record.validFrom == nil ? 0 : 1)
                + (record.validUntil == nil ? 0 : 1)
        )
        if let document {
            writer.write("doc")
            writer.write(document.number)
        }
        if let organisation = subject.organisationCode {
            writer.write("org")
            writer.write(organisation)
        }
        if let registration = subject.registrationNumber {
            writer.write("reg")
            writer.write(registration)
        }
        if let code = subject.creditCode {
            writer.write("code")
            writer.write(code.text)
        }
        if let from = record.validFrom {
            writer.write("from")
            writer.write(Int64(from.number))
        }
        writer.write("item")
        writer.write(record.item)
        writer.write("name")
        writer.write(subject.name)
        if let until = record.validUntil {
            writer.write("till")
            writer.write(Int64(until.number))
        }
        writer.write("fields")
        write(record.fields, into: &writer)
        writer.write("bearing")
        writer.write(record.bearing.polarity.rawValue)
        writer.write("decided")
        writer.write(Int64(record.decidedOn.number))
        if let document {
            writer.write("authority")
            writer.write(document.authority)
        }
    }

    static func write(_ fields: FieldMap, into writer: inout CBORWriter) {
        writer.beginMap(fields.fields.count)
        for field in fields.fields {
            writer.write(field.id)
            write(field.value, into: &writer)
        }
    }

    /// Text is text, a day is [day], an amount [null, fen], choices [text …], a mark [bytes, mask].
    static func write(_ value: FieldValue, into writer: inout CBORWriter) {
        switch value {
        case .text(let text): writer.write(text)
        case .day(let day):
            writer.beginArray(1)
            writer.write(Int64(day.number))
        case .amount(let amount):
            writer.beginArray(2)
            writer.writeNull()
            writer.write(amount.fen)
        case .choices(let words):
            writer.beginArray(words.count)
            for word in words { writer.write(word) }
        case .personal(let mark):
            writer.beginArray(2)
            writer.write(bytes: mark.hash)
            writer.write(mark.mask)
        }
    }

    static func tree(_ record: CreditRecord) -> CBOR {
        var writer = CBORWriter(capacity: 512)
        write(record, into: &writer)
        return (try? CBOR(decoding: writer.bytes)) ?? .null
    }

    /// Reads back what a record means, with the document that decided it.
    static func bearing(_ tree: CBOR, _ decided: Day) throws -> CreditRecord.Bearing {
        let document = DecisionDocument(
            number: tree["doc"]?.textValue ?? "",
            authority: tree["authority"]?.textValue ?? "",
            decidedOn: decided
        )
        guard let polarity = Polarity(rawValue: try tree.text("bearing")) else {
            throw EntryUnreadable(reason: "bearing")
        }
        guard let bearing = CreditRecord.Bearing(polarity, document) else { throw EntryUnreadable(reason: "doc") }
        return bearing
    }

    /// Reads a record back.
    static func record(_ tree: CBOR) throws -> CreditRecord {
        let decided = try tree.day("decided")
        return CreditRecord(
            item: try tree.text("item"),
            subject: SubjectKeys(
                name: try tree.text("name"),
                creditCode: tree["code"]?.textValue.flatMap { CreditCode($0) },
                registrationNumber: tree["reg"]?.textValue,
                organisationCode: tree["org"]?.textValue
            ),
            bearing: try bearing(tree, decided),
            decidedOn: decided,
            validFrom: try tree.optionalDay("from"),
            validUntil: try tree.optionalDay("till"),
            fields: try fields(tree["fields"] ?? .null)
        )
    }

    static func fields(_ tree: CBOR) throws -> FieldMap {
        guard case .map(let pairs) = tree else { throw EntryUnreadable(reason: "fields") }
        let sorted = pairs.sorted { CBORWriter.precedes($0.key, $1.key) }
        return FieldMap(sorted: try sorted.map { FieldMap.Field(id: $0.key, value: try value($0.value)) })
    }

    static func value(_ tree: CBOR) throws -> FieldValue {
        if let text = tree.textValue { return .text(text) }
        guard let parts = tree.arrayValue, let first = parts.first else { throw EntryUnreadable(reason: "value") }
        switch (first, parts.last) {
        case (.integer(let day), _):
            guard let number = Int32(exactly: day) else { throw EntryUnreadable(reason: "value") }
            return .day(Day(number: number))
        case (.null, .integer(let fen)): return .amount(Amount(fen: fen))
        case (.bytes(let hash), .text(let mask)): return .personal(PersonalMark(mask: mask, hash: hash))
        case (.text, _): return .choices(parts.compactMap(\.textValue))
        default: throw EntryUnreadable(reason: "value")
        }
    }
}

extension CreditRecord.Bearing {
    /// A bearing from its polarity, or `nil` where it is adverse and no document decided it (limit 2).
    init?(_ polarity: Polarity, _ document: DecisionDocument?) {
        switch polarity {
        case .neutral: self = .neutral(document)
        case .favourable: self = .favourable(document)
        case .adverse:
            guard let document else { return nil }
            self = .adverse(document)
        }
    }
}
