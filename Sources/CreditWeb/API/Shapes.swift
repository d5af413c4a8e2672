import CreditCatalogue
import CreditFiles
import CreditModel
import CreditRules
import LibCrypto

extension JSONWriter {
    /// An organisation.
    mutating func write(_ subject: PublicSubject) {
        object {
            $0.member("key", subject.key)
            $0.member("spokenCode", subject.spokenCode)
            $0.member("name", subject.name)
            $0.member("formerNames", subject.formerNames)
            $0.member("kind", subject.kind.rawValue)
            $0.member("kindName", subject.kindName)
            $0.member("place", subject.place)
            $0.member("address", subject.address)
            $0.member("established", subject.established)
            $0.member("status", subject.status)
        }
    }

    /// An entry as a visitor may see it.
    mutating func write(_ entry: FileEntry) {
        object {
            $0.member("id", entry.id)
            $0.member("sequence", entry.sequence)
            $0.member("item", entry.item)
            $0.member("itemName", entry.itemName)
            $0.member("title", entry.title)
            $0.member("polarity", entry.polarity.rawValue)
            $0.member("authority", entry.authority)
            $0.member("document", entry.document)
            $0.member("decidedOn", entry.decidedOn)
            $0.member("validFrom", entry.validFrom)
            $0.member("validUntil", entry.validUntil)
            $0.member("shownUntil", entry.shownUntil)
            $0.member("hasEnded", entry.hasEnded)
            $0.member("tier", entry.tier?.rawValue)
            $0.member("ground", entry.ground.rawValue)
            $0.member("rule", entry.rule)
            $0.writeSource(of: entry)
        }
    }

    private mutating func writeSource(of entry: FileEntry) {
        member("source") {
            $0.member("id", entry.sourceID)
            $0.member("name", entry.source)
            $0.member("telephone", entry.sourceTelephone)
        }
        member("receivedAt", entry.receivedAt.iso)
        write(fields: entry.fields)
        member("corrected", entry.corrected) { $0.integer($1) }
    }

    /// Most of an answer are fields: they are written without a closure for each.
    private mutating func write(fields: [FileEntry.PublicField]) {
        key("fields")
        begin(0x5B)
        for field in fields {
            begin(0x7B)
            members(field.label.json)
            pair("value", field.value)
            end(0x7D)
        }
        end(0x5D)
    }

    /// Bytes as hexadecimal digits.
    mutating func member(hex name: StaticString, _ bytes: [UInt8]?) { member(name, bytes.map { Hex.encode($0) }) }
}
