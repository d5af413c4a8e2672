import CreditModel

/// Reads the entries that files are made of, records as admitted, straight from canonical bytes without a tree between.
///
/// It takes only what it knows wholly: every key in its place, every value of the kind that the platform writes, each in its
/// one canonical form. Everything else is `Unknown` to it, and the tree reader says what such bytes are or what is wrong with
/// them, so the two cannot differ on what is refused.
struct EntryScanner {
    /// Bytes that are for the tree reader.
    struct Unknown: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The entry, or `nil` where the tree reader has to look.
    ///
    /// - Complexity: one pass over the bytes.
    static func entry(in bytes: UnsafeBufferPointer<UInt8>) -> Entry? {
        var scanner = EntryScanner(bytes)
        guard let entry = try? scanner.entry(), scanner.offset == bytes.count else { return nil }
        return entry
    }

    private mutating func entry() throws(Unknown) -> Entry {
        guard try head(.map) == 6 else { throw Unknown() }
        try pass("v")
        guard try integer() == Entry.version else { throw Unknown() }
        try pass("at")
        let at = Instant(microseconds: try integer())
        try pass("by")
        let actor = try text()
        try pass("act")
        let isHeld = takes(text: "held")
        if !isHeld { try pass("record") }
        try pass("cat")
        let catalogue = try blob()
        try pass("what")
        let (act, reason) = try recordAct(isHeld: isHeld)
        return Entry(
            at: at,
            actor: actor,
            catalogue: catalogue,
            act: reason.map { .held(act, reason: $0) } ?? .record(act)
        )
    }

    private mutating func recordAct(isHeld: Bool) throws(Unknown) -> (RecordAct, FaultCode?) {
        let pairs = try head(.map)
        try pass("id")
        let isHistory = takes(text: "history")
        let isCode = !isHistory && takes(text: "code")
        if !isHistory, !isCode { try pass("open") }
        guard pairs == 5 + (isHeld ? 1 : 0) + (isHistory ? 1 : 0) else { throw Unknown() }
        try pass("rec")
        let record = try record()
        try pass("row")
        let row = try integer()
        try pass("src")
        let source = try text()
        try pass("sub")
        let submission = try text()
        var reason: FaultCode?
        if isHeld {
            try pass("why")
            reason = FaultCode(rawValue: try text())
            guard reason != nil else { throw Unknown() }
        }
        if isHistory { try pass("code") }
        let identity: Identity = isHistory ? .history(code: try text()) : isCode ? .code : .open
        let act = RecordAct(
            submission: submission,
            row: Int(row),
            source: source,
            identity: identity,
            record: record
        )
        return (act, reason)
    }

    /// The keys of a record stand in one order, so that each is either next or absent.
    private mutating func record() throws(Unknown) -> CreditRecord {
        var left = try head(.map)
        let document = takes("doc", &left) ? try text() : nil
        let organisation = takes("org", &left) ? try text() : nil
        let registration = takes("reg", &left) ? try text() : nil
        let code = takes("code", &left) ? try creditCode() : nil
        let from = takes("from", &left) ? try day() : nil
        try pass("item", &left)
        let item = try text()
        try pass("name", &left)
        let name = try text()
        let until = takes("till", &left) ? try day() : nil
        try pass("fields", &left)
        let fields = try fields()
        try pass("bearing", &left)
        guard let polarity = Polarity(rawValue: try text()) else { throw Unknown() }
        try pass("decided", &left)
        let decided = try day()
        let authority = takes("authority", &left) ? try text() : nil
        guard left == 0 else { throw Unknown() }
        let deciding = DecisionDocument(number: document ?? "", authority: authority ?? "", decidedOn: decided)
        guard let bearing = CreditRecord.Bearing(polarity, deciding) else { throw Unknown() }
        return CreditRecord(
            item: item,
            subject: SubjectKeys(
                name: name,
                creditCode: code,
                registrationNumber: registration,
                organisationCode: organisation
            ),
            bearing: bearing,
            decidedOn: decided,
            validFrom: from,
            validUntil: until,
            fields: fields
        )
    }

    private mutating func fields() throws(Unknown) -> FieldMap {
        let count = try head(.map)
        var fields: [FieldMap.Field] = []
        fields.reserveCapacity(min(count, 64))
        var last = 0..<0
        for position in 0..<count {
            let key = try stretch(.text)
            guard position == 0 || precedes(last, key) else { throw Unknown() }
            last = key
            fields.append(FieldMap.Field(id: try string(key), value: try value()))
        }
        return FieldMap(sorted: fields)
    }

    private mutating func value() throws(Unknown) -> FieldValue {
        if kind == .text { return .text(try text()) }
        let count = try head(.array)
        switch (count, kind) {
        case (1, .positive), (1, .negative): return .day(try day())
        case (2, .simple):
            guard bytes[offset] == 0xF6 else { throw Unknown() }
            offset += 1
            return .amount(Amount(fen: try integer()))
        case (2, .bytes):
            let hash = try blob()
            return .personal(PersonalMark(mask: try text(), hash: hash))
        case (1..., .text):
            var words: [String] = []
            for _ in 0..<count { words.append(try text()) }
            return .choices(words)
        default: throw Unknown()
        }
    }
}

extension EntryScanner {
    /// What the three upper bits of a head say.
    private enum Kind: UInt8 {
        case positive, negative, bytes, text, array, map, tag, simple
    }

    private var kind: Kind? { offset < bytes.count ? Kind(rawValue: bytes[offset] >> 5) : nil }

    /// The argument of a head of that kind, which has to stand in the shortest form.
    private mutating func head(_ wanted: Kind) throws(Unknown) -> Int {
        guard kind == wanted else { throw Unknown() }
        let short = bytes[offset] & 0x1F
        offset += 1
        guard short >= 24 else { return Int(short) }
        guard short <= 27 else { throw Unknown() }
        let width = 1 << Int(short - 24)
        guard width <= bytes.count - offset else { throw Unknown() }
        var argument: UInt64 = 0
        for _ in 0..<width {
            argument = argument << 8 | UInt64(bytes[offset])
            offset += 1
        }
        let least: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
        guard argument >= least, argument <= UInt64(Int64.max) else { throw Unknown() }
        return Int(argument)
    }

    private mutating func integer() throws(Unknown) -> Int64 {
        kind == .negative ? -1 - Int64(try head(.negative)) : Int64(try head(.positive))
    }

    private mutating func day() throws(Unknown) -> Day {
        guard let number = Int32(exactly: try integer()) else { throw Unknown() }
        return Day(number: number)
    }

    /// Where the content of a text or of bytes lies.
    private mutating func stretch(_ wanted: Kind) throws(Unknown) -> Range<Int> {
        let length = try head(wanted)
        guard length <= bytes.count - offset else { throw Unknown() }
        defer { offset += length }
        return offset..<(offset + length)
    }

    private func string(_ place: Range<Int>) throws(Unknown) -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[place])
        // What is no UTF-8 comes back repaired, so with other bytes; asking for it outright costs many times as much.
        var text = String(decoding: slice, as: UTF8.self)
        guard text.withUTF8({ EntryScanner.same($0, slice) }) else { throw Unknown() }
        return text
    }

    private static func same(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var place = 0
        while place + 8 <= left.count {
            let eight = left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            guard eight == right.loadUnaligned(fromByteOffset: place, as: UInt64.self) else { return false }
            place += 8
        }
        while place < left.count {
            guard left[place] == right[place] else { return false }
            place += 1
        }
        return true
    }

    private mutating func text() throws(Unknown) -> String { try string(try stretch(.text)) }

    private mutating func blob() throws(Unknown) -> [UInt8] { Array(bytes[try stretch(.bytes)]) }

    private mutating func creditCode() throws(Unknown) -> CreditCode {
        let place = try stretch(.text)
        guard CreditCode.defect(in: UnsafeBufferPointer(rebasing: bytes[place])) == nil else { throw Unknown() }
        return CreditCode(unchecked: try string(place))
    }

    /// Goes over a text that comes next, if it does; a map's key is one too.
    private mutating func takes(text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset + length < bytes.count, bytes[offset] == 0x60 | UInt8(length) else { return false }
        for place in 0..<length where bytes[offset + 1 + place] != text.utf8Start[place] { return false }
        offset += 1 + length
        return true
    }

    private mutating func pass(_ text: StaticString) throws(Unknown) {
        guard takes(text: text) else { throw Unknown() }
    }

    private mutating func takes(_ key: StaticString, _ left: inout Int) -> Bool {
        guard left > 0, takes(text: key) else { return false }
        left -= 1
        return true
    }

    private mutating func pass(_ key: StaticString, _ left: inout Int) throws(Unknown) {
        guard takes(key, &left) else { throw Unknown() }
    }

    /// The canonical order of keys, as `CBORWriter.precedes` has it.
    private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count != right.count
            ? left.count < right.count : bytes[left].lexicographicallyPrecedes(bytes[right])
    }
}
