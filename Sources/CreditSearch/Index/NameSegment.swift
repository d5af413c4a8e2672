import CreditModel

/// A part of the index that never changes once it is built: names, their pairs of characters, sounds, codes and exact forms.
///
/// Names stand in the order of their subjects' numbers, those of one subject together, that of today first. A posting is a
/// place in that order.
final class NameSegment: Sendable {
    /// The arrays of a segment; what a snapshot holds.
    struct Parts: Sendable {
        var subjects: [Int64] = []
        /// Where each name's folded units begin; one more than names.
        var starts: [UInt32] = [0]
        var units: [UInt16] = []
        /// `former`, `exactOnly`, and the kind above them.
        var flags: [UInt8] = []
        /// The unit at which the brand begins, behind the place.
        var brands: [UInt8] = []
        /// What stood in brackets behind the brand: its first unit in the upper byte, its end in the lower; 0 for nothing.
        var brackets: [UInt16] = []
        var until: [Int32] = []
        /// Names that differ from their folded form, as sent.
        var rawPlaces: [UInt32] = []
        var rawStarts: [UInt32] = [0]
        var raw: [UInt8] = []
        /// Where the codes of each name's subject begin, which only its first name has; one more than names.
        var codeStarts: [UInt32] = [0]
        /// The key, and behind a blank the registration number.
        var codes: [UInt8] = []
        /// Pairs of units, and what stands for pieces of codes; ascending.
        var keys: [UInt32] = []
        /// Where each key's postings begin; one more than keys.
        var offsets: [UInt32] = [0]
        var postings: [UInt32] = []
        /// The first eight characters of codes, eight bytes each.
        var heads: [UInt64] = []
        /// `SoundKey`s, ascending.
        var sounds: [UInt64] = []
        /// Open addressing by the hash of the folded name: a place and one, or 0.
        var exact: [UInt32] = []
    }

    static let former: UInt8 = 1
    static let exactOnly: UInt8 = 2

    let parts: Parts
    /// For each first unit where its keys begin; 65,537 of them.
    let firsts: [UInt32]

    init(_ parts: Parts) {
        self.parts = parts
        var firsts = [UInt32](repeating: 0, count: 0x10001)
        for key in parts.keys { firsts[Int(key >> 16) + 1] += 1 }
        for unit in 1...0x10000 { firsts[unit] += firsts[unit - 1] }
        self.firsts = firsts
    }

    /// How many names.
    var count: Int { parts.subjects.count }

    /// The bytes that its arrays take.
    var byteCount: Int {
        let p = parts
        return p.subjects.count * 8 + p.starts.count * 4 + p.units.count * 2 + p.flags.count * 4 + p.until.count * 4
            + (p.rawPlaces.count + p.rawStarts.count) * 4 + p.raw.count + p.codeStarts.count * 4 + p.codes.count
            + (p.keys.count + p.offsets.count + p.postings.count + p.exact.count + firsts.count) * 4
            + (p.heads.count + p.sounds.count) * 8
    }

    /// The key's place among the keys, or `nil`.
    ///
    /// - Complexity: a binary search among the keys of one first unit.
    func slot(of key: UInt32) -> Int? {
        var low = Int(firsts[Int(key >> 16)])
        var high = Int(firsts[Int(key >> 16) + 1])
        while low < high {
            let middle = (low + high) / 2
            if parts.keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < Int(firsts[Int(key >> 16) + 1]) && parts.keys[low] == key ? low : nil
    }

    /// How many names a slot's key stands in.
    func frequency(_ slot: Int) -> Int { Int(parts.offsets[slot + 1] - parts.offsets[slot]) }

    /// The postings of a slot.
    func range(_ slot: Int) -> Range<Int> { Int(parts.offsets[slot])..<Int(parts.offsets[slot + 1]) }

    /// The units of a name.
    func unitRange(_ place: Int) -> Range<Int> { Int(parts.starts[place])..<Int(parts.starts[place + 1]) }

    /// What stands in brackets behind the brand of a name, as units from its beginning.
    func bracket(_ place: Int) -> Range<Int>? {
        let packed = parts.brackets[place]
        return packed == 0 ? nil : Int(packed >> 8)..<Int(packed & 0xFF)
    }

    /// A name as registered.
    func name(_ place: Int) -> String {
        var low = 0
        var high = parts.rawPlaces.count
        while low < high {
            let middle = (low + high) / 2
            if parts.rawPlaces[middle] < place { low = middle + 1 } else { high = middle }
        }
        if low < parts.rawPlaces.count, parts.rawPlaces[low] == place {
            return String(
                decoding: parts.raw[Int(parts.rawStarts[low])..<Int(parts.rawStarts[low + 1])],
                as: UTF8.self
            )
        }
        return String(decoding: parts.units[unitRange(place)], as: UTF16.self)
    }

    /// The place of the first name of a place's subject: that of today.
    func first(of place: Int) -> Int {
        var first = place
        while first > 0, parts.subjects[first - 1] == parts.subjects[place] { first -= 1 }
        return first
    }

    /// The places of a subject's names.
    func places(of subject: Int64) -> Range<Int> {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if parts.subjects[middle] < subject { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < count, parts.subjects[end] == subject { end += 1 }
        return low..<end
    }

    /// The codes of a place's subject: the key, and behind a blank the registration number.
    func codes(_ place: Int) -> ArraySlice<UInt8> {
        let first = first(of: place)
        return parts.codes[Int(parts.codeStarts[first])..<Int(parts.codeStarts[first + 1])]
    }

    /// The kind of a place's subject.
    func kind(_ place: Int) -> SubjectKind { NameSegment.kinds[Int(parts.flags[place] >> 2)] }

    /// The kinds by their number; their order is that of snapshots.
    static let kinds: [SubjectKind] = SubjectKind.allCases

    /// The key of a place's subject.
    func key(_ place: Int) -> String { String(decoding: codes(place).prefix { $0 != 0x20 }, as: UTF8.self) }

    /// All that was given of the subject whose names stand at these places.
    func subject(_ places: Range<Int>) -> SubjectNames? {
        guard let first = places.first else { return nil }
        let codes = codes(first).split(separator: 0x20)
        return SubjectNames(
            id: parts.subjects[first],
            key: key(first),
            registrationNumber: codes.count > 1 ? String(decoding: codes[1], as: UTF8.self) : nil,
            kind: kind(first),
            findableUntil: parts.until[first],
            names: places.map {
                SubjectNames.Name(name($0), isFormer: parts.flags[$0] & NameSegment.former != 0)
            }
        )
    }
}

/// Where pieces of codes stand among the keys: units that no name has.
enum CodeKey {
    /// Three characters of a code.
    static func piece(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard let first = value(bytes[at]), let second = value(bytes[at + 1]), let third = value(bytes[at + 2]) else {
            return nil
        }
        return 0xFFFF_0000 | ((first * 36 + second) * 36 + third)
    }

    /// A code's head: its number among the segment's heads.
    static func head(_ number: Int) -> UInt32 { 0xFFFE_0000 | UInt32(number) }

    /// How many of a code's characters its head has; pieces begin two before its end, so that any four characters hold
    /// a piece or stand inside the head.
    static func headLength(_ count: Int) -> Int { count == 18 ? 8 : min(6, count) }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x5A: UInt32(byte - 0x41 + 10)
        default: nil
        }
    }
}

/// A pair of syllables and the slot of a pair of characters that may be read so, packed so that pairs with the same initials
/// stand together, and among them those with the same syllables.
enum SoundKey {
    static func pack(_ first: UInt16, _ second: UInt16, _ sounds: Sounds, slot: UInt32) -> UInt64 {
        initials(sounds.initial(of: first), sounds.initial(of: second)) | UInt64(first) << 42 | UInt64(second) << 32
            | UInt64(slot)
    }

    static func initials(_ first: UInt8, _ second: UInt8) -> UInt64 { UInt64(first) << 58 | UInt64(second) << 52 }

    static func first(_ key: UInt64) -> UInt16 { UInt16(key >> 42 & 0x3FF) }
    static func second(_ key: UInt64) -> UInt16 { UInt16(key >> 32 & 0x3FF) }
    static func slot(_ key: UInt64) -> Int { Int(key & 0xFFFF_FFFF) }
}
