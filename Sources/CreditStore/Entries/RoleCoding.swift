import CreditModel

extension RoleAct {
    var pairs: [String: CBOR] {
        [
            "sub": .text(submission), "row": .integer(Int64(row)), "src": .text(source),
            "rec": RoleCoding.tree(record),
        ]
    }

    init(_ body: CBOR) throws {
        guard let tree = body["rec"] else { throw EntryUnreadable(reason: "rec") }
        self.init(
            submission: try body.text("sub"),
            row: Int(try body.integer("row")),
            source: try body.text("src"),
            record: try RoleCoding.record(tree)
        )
    }
}

/// The canonical form of a record of a person in a role; the same record gives the same bytes for ever.
///
/// Of the certificate's number it holds the keyed hash and the mask, in the form of a field (`RecordCoding`).
enum RoleCoding {
    static func write(_ record: RoleRecord, into writer: inout CBORWriter) {
        let document = record.bearing.document
        writer.beginMap(
            6 + (document == nil ? 0 : 2) + (record.validFrom == nil ? 0 : 1) + (record.validUntil == nil ? 0 : 1)
        )
        if let document {
            writer.write("doc")
            writer.write(document.number)
        }
        writer.write("cert")
        RecordCoding.write(.personal(record.person.certificate), into: &writer)
        if let from = record.validFrom {
            writer.write("from")
            writer.write(Int64(from.number))
        }
        writer.write("item")
        writer.write(record.item)
        writer.write("name")
        writer.write(record.person.name)
        if let until = record.validUntil {
            writer.write("till")
            writer.write(Int64(until.number))
        }
        writer.write("fields")
        RecordCoding.write(record.fields, into: &writer)
        writer.write("bearing")
        writer.write(record.bearing.polarity.rawValue)
        writer.write("decided")
        writer.write(Int64(record.decidedOn.number))
        if let document {
            writer.write("authority")
            writer.write(document.authority)
        }
    }

    static func tree(_ record: RoleRecord) -> CBOR {
        var writer = CBORWriter(capacity: 512)
        write(record, into: &writer)
        return (try? CBOR(decoding: writer.bytes)) ?? .null
    }

    /// Reads a record back.
    static func record(_ tree: CBOR) throws -> RoleRecord {
        let decided = try tree.day("decided")
        guard case .personal(let certificate) = try RecordCoding.value(tree["cert"] ?? .null) else {
            throw EntryUnreadable(reason: "cert")
        }
        return RoleRecord(
            item: try tree.text("item"),
            person: PersonInRole(name: try tree.text("name"), certificate: certificate),
            bearing: try RecordCoding.bearing(tree, decided),
            decidedOn: decided,
            validFrom: try tree.optionalDay("from"),
            validUntil: try tree.optionalDay("till"),
            fields: try RecordCoding.fields(tree["fields"] ?? .null)
        )
    }
}
