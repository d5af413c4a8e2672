import CreditCatalogue
import CreditModel

/// The document numbers of the rows of one file, to find two that look to be one number written otherwise.
///
/// Only rows of one item that agree in subject and all other key fields are compared; where the number is no key field, none
/// are. It remembers the first 500,000 rows, 24 bytes each, and the spelling of those that are not in the usual form, up to
/// 16 MB; beyond that nothing new is remembered, and what is remembered is still found.
struct NearNumbers {
    /// The row that has the number otherwise.
    struct Finding: Hashable {
        let row: Int
        let text: String
    }

    private static let spellingLimit = 16 << 20

    private let field: String?
    private let others: [String]
    /// Where the fields stood in the last record: mostly they stand there again.
    private var places: [Int]
    private let limit: Int
    private var table = NearTable()
    private var spellings: [UInt8] = []

    /// A memory for a file of one item.
    init(_ item: Item, limit: Int = 500_000) {
        self.limit = limit
        let document = item.roles.documentNumber.flatMap { item.keyFields.contains($0) ? $0 : nil }
        field = document
        others = item.keyFields.filter { $0 != document }
        places = Array(repeating: 0, count: item.keyFields.count)
    }

    /// An earlier row whose number looks to be that of this one, with its number as sent; remembers this one where there is none.
    ///
    /// - Complexity: one pass over the number where it is in the usual form, a few where it is not.
    mutating func find(_ record: CreditRecord, row: Int) -> Finding? {
        guard let field, case .text(var text) = value(field, 0, record.fields),
            let subject = NearNumbers.subject(record.subject)
        else { return nil }
        var hasher = Hasher()
        NearNumbers.feed(subject[...], &hasher)
        for (number, other) in others.enumerated() {
            switch value(other, number + 1, record.fields) {
            case .text(let text): NearNumbers.feed(text[...], &hasher)
            case let value: hasher.combine(value)
            }
            hasher.combine(0xFF as UInt8)
        }
        if let found = text.withUTF8({ findPlain($0, row, hasher) }) { return found.finding }
        return findRead(text, row, hasher)
    }

    private mutating func value(_ id: String, _ number: Int, _ map: FieldMap) -> FieldValue? {
        let fields = map.fields
        if places[number] < fields.count, fields[places[number]].id == id { return fields[places[number]].value }
        guard let place = fields.firstIndex(where: { $0.id == id }) else { return nil }
        places[number] = place
        return fields[place].value
    }

    private static func subject(_ keys: SubjectKeys) -> String? {
        keys.creditCode?.text ?? keys.registrationNumber ?? keys.organisationCode
    }

    // MARK: - Two ways to the same hash

    private struct Plain { let finding: Finding? }

    private mutating func findPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Int, _ hasher: Hasher) -> Plain? {
        guard let plain = PlainDocumentNumber(bytes) else { return nil }
        var hasher = hasher
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[plain.issuer]))
        hasher.combine(0xFF as UInt8)
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[plain.serial]))
        let spelling = NearTable.Spelling(year: plain.year, isWorded: plain.isWorded)
        return Plain(finding: look(hasher.finalize(), row, bytes, spelling))
    }

    private mutating func findRead(_ text: String, _ row: Int, _ hasher: Hasher) -> Finding? {
        let numbers = DocumentNumber.all(in: text)
        guard let first = numbers.first else { return nil }
        var hasher = hasher
        if numbers.count == 1 {
            NearNumbers.feed(first.issuerWithoutWord, &hasher)
            hasher.combine(0xFF as UInt8)
            NearNumbers.feed(first.serial[...], &hasher)
        } else {
            NearNumbers.feed(numbers.map(\.normal).joined(separator: "、")[...], &hasher)
        }
        var text = text
        return text.withUTF8 { look(hasher.finalize(), row, $0, nil) }
    }

    private static func feed(_ text: Substring, _ hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    // MARK: - What is remembered

    private mutating func look(
        _ hash: Int,
        _ row: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ plain: NearTable.Spelling?
    ) -> Finding? {
        var isKnown = false
        var found: Finding?
        table.each(hash) { entry in
            // Most files say a thing twice only in the same words.
            if let plain, entry.spelling == plain {
                isKnown = true
                return false
            }
            let earlier = spelling(of: entry, like: bytes)
            if earlier.utf8.elementsEqual(bytes) { isKnown = true }
            if !isKnown, NearNumbers.isNear(earlier, String(decoding: bytes, as: UTF8.self)) {
                found = Finding(row: Int(entry.row), text: earlier)
            }
            return !isKnown && found == nil
        }
        if found == nil, !isKnown { remember(hash, row, bytes, plain) }
        return found
    }

    private mutating func remember(
        _ hash: Int,
        _ row: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ plain: NearTable.Spelling?
    ) {
        guard table.count < limit, let row = UInt32(exactly: row) else { return }
        if let plain { return table.insert(hash, row, plain) }
        guard spellings.count + bytes.count + 2 <= NearNumbers.spellingLimit, let length = UInt16(exactly: bytes.count)
        else { return }
        table.insert(hash, row, NearTable.Spelling(offset: spellings.count))
        spellings += [UInt8(truncatingIfNeeded: length), UInt8(length >> 8)] + bytes
    }

    /// The spelling of an earlier row: kept, or in the usual form made of the number that has the same hash.
    private func spelling(of entry: NearTable.Entry, like bytes: UnsafeBufferPointer<UInt8>) -> String {
        if let offset = entry.spelling.offset {
            let length = Int(spellings[offset]) | Int(spellings[offset + 1]) << 8
            return String(decoding: spellings[(offset + 2)..<(offset + 2 + length)], as: UTF8.self)
        }
        guard let number = DocumentNumber.all(in: String(decoding: bytes, as: UTF8.self)).first else { return "" }
        guard let year = entry.spelling.year else { return number.serial }
        return number.issuerWithoutWord + (entry.spelling.isWorded ? "字" : "") + "〔\(year)〕\(number.serial)号"
    }

    private static func isNear(_ one: String, _ other: String) -> Bool {
        let (first, second) = (DocumentNumber.all(in: one), DocumentNumber.all(in: other))
        if first.count == 1, second.count == 1 { return first[0].isNear(to: second[0]) }
        return !first.isEmpty && first.map(\.normal) == second.map(\.normal)
    }
}
