import CreditModel

/// Builds a segment from subjects in the order of their numbers.
///
/// - Complexity: two passes over the names' characters, and one over their distinct pairs.
struct SegmentBuilder {
    private var parts = NameSegment.Parts()
    private var headNumbers: [UInt64: Int] = [:]
    private let brandStart: (String) -> Int

    /// A builder; `brandStart` says how many folded units of a name are its place.
    init(brandStart: @escaping (String) -> Int = { _ in 0 }) {
        self.brandStart = brandStart
    }

    /// How many names were added.
    var count: Int { parts.subjects.count }

    /// Adds a subject's names.
    mutating func add(_ subject: SubjectNames) {
        var isFirst = true
        let isExactOnly = !subject.kind.isFoundByPartOfName
        let kind = UInt8(NameSegment.kinds.firstIndex(of: subject.kind) ?? 0)
        for name in subject.names {
            let before = parts.units.count
            let bracket = NameFolding.fold(name.text, into: &parts.units)
            if parts.units.count == before { continue }
            // What no folded name needs more of than this is no name.
            if parts.units.count - before > 255 { parts.units.removeLast(parts.units.count - before - 255) }
            parts.starts.append(UInt32(parts.units.count))
            parts.subjects.append(subject.id)
            parts.flags.append(
                (name.isFormer ? NameSegment.former : 0) | (isExactOnly ? NameSegment.exactOnly : 0) | kind << 2
            )
            parts.brands.append(UInt8(min(isExactOnly ? 0 : brandStart(name.text), 255)))
            // Something of the name must stand behind them in what was kept.
            let kept = parts.units.count - before
            parts.brackets.append(
                bracket.map { $0.upperBound >= kept ? 0 : UInt16($0.lowerBound << 8 | $0.upperBound) } ?? 0
            )
            parts.until.append(subject.findableUntil)
            keepRaw(name.text, from: before)
            if isFirst { keepCodes(subject) }
            isFirst = false
            parts.codeStarts.append(UInt32(parts.codes.count))
        }
    }

    /// The segment of all that was added.
    consuming func build() -> NameSegment {
        countAndPost()
        hashNames()
        sound()
        return NameSegment(parts)
    }

    private mutating func keepRaw(_ text: String, from start: Int) {
        guard !text.utf16.elementsEqual(parts.units[start...]) else { return }
        parts.rawPlaces.append(UInt32(parts.subjects.count - 1))
        parts.raw += Array(text.utf8)
        parts.rawStarts.append(UInt32(parts.raw.count))
    }

    private mutating func keepCodes(_ subject: SubjectNames) {
        parts.codes += Array(subject.key.utf8)
        guard let number = subject.registrationNumber, number != subject.key else { return }
        parts.codes.append(0x20)
        parts.codes += Array(number.utf8)
    }

    private mutating func countAndPost() {
        numberHeads()
        var counter = KeyCounter(expected: min(parts.units.count / 8, 1 << 20))
        eachKey { key, place in counter.count(key, at: place) }
        let order = counter.keys.indices.sorted { counter.keys[$0] < counter.keys[$1] }
        parts.keys = order.map { counter.keys[$0] }
        var begins = [UInt32](repeating: 0, count: order.count)
        var total: UInt32 = 0
        parts.offsets.reserveCapacity(order.count + 1)
        for number in order {
            begins[number] = total
            total += counter.counts[number]
            parts.offsets.append(total)
        }
        var cursors = begins
        var postings = [UInt32](repeating: 0, count: Int(total))
        eachKey { key, place in
            let number = counter.known(key)
            let cursor = cursors[number]
            // A pair that a name has twice is posted once.
            if cursor > begins[number], postings[Int(cursor) - 1] == place { return }
            postings[Int(cursor)] = place
            cursors[number] = cursor + 1
        }
        parts.postings = postings
    }

    /// All keys of all names, name by name.
    private func eachKey(_ body: (UInt32, UInt32) -> Void) {
        for place in parts.subjects.indices {
            if parts.flags[place] & NameSegment.exactOnly == 0 { eachPair(place, body) }
            let codes = Int(parts.codeStarts[place])..<Int(parts.codeStarts[place + 1])
            if !codes.isEmpty { eachPiece(codes) { body($0, UInt32(place)) } }
        }
    }

    private func eachPair(_ place: Int, _ body: (UInt32, UInt32) -> Void) {
        let start = Int(parts.starts[place])
        let end = Int(parts.starts[place + 1])
        guard end - start >= 2 else { return }
        for at in start..<(end - 1) {
            body(UInt32(parts.units[at]) << 16 | UInt32(parts.units[at + 1]), UInt32(place))
        }
        // 鑫源（松溪）商贸 is looked for as 鑫源商贸 too.
        let bracket = Int(parts.brackets[place])
        guard bracket != 0 else { return }
        let before = parts.units[start + (bracket >> 8) - 1]
        let behind = parts.units[start + (bracket & 0xFF)]
        body(UInt32(before) << 16 | UInt32(behind), UInt32(place))
    }

    private func eachPiece(_ range: Range<Int>, _ body: (UInt32) -> Void) {
        parts.codes.withUnsafeBufferPointer { all in
            for code in UnsafeBufferPointer(rebasing: all[range]).split(separator: 0x20) {
                let bytes = UnsafeBufferPointer(rebasing: code)
                let length = CodeKey.headLength(bytes.count)
                if let number = headNumbers[Sounds.pack(Array(bytes.prefix(length))[...])] {
                    body(CodeKey.head(number))
                }
                guard bytes.count >= 3 else { continue }
                for at in max(0, length - 2)...max(length - 2, bytes.count - 3) where at + 3 <= bytes.count {
                    if let key = CodeKey.piece(bytes, at) { body(key) }
                }
            }
        }
    }

    private mutating func numberHeads() {
        for place in parts.subjects.indices {
            let codes = parts.codes[Int(parts.codeStarts[place])..<Int(parts.codeStarts[place + 1])]
            for code in codes.split(separator: 0x20) {
                let head = Sounds.pack(code.prefix(CodeKey.headLength(code.count)))
                guard headNumbers[head] == nil, headNumbers.count < 0xFFFF else { continue }
                headNumbers[head] = parts.heads.count
                parts.heads.append(head)
            }
        }
    }

    private mutating func hashNames() {
        var size = 16
        while size < parts.subjects.count * 2 { size <<= 1 }
        var table = [UInt32](repeating: 0, count: size)
        for place in parts.subjects.indices {
            let range = Int(parts.starts[place])..<Int(parts.starts[place + 1])
            var probe = UnitHash.place(parts.units[range]) & (size - 1)
            while table[probe] != 0 { probe = (probe + 1) & (size - 1) }
            table[probe] = UInt32(place + 1)
        }
        parts.exact = table
    }

    private mutating func sound() {
        let sounds = Sounds.shared
        var keys: [UInt64] = []
        keys.reserveCapacity(parts.keys.count)
        for (slot, key) in parts.keys.enumerated() {
            for first in sounds.readings(of: UInt16(key >> 16)) {
                for second in sounds.readings(of: UInt16(key & 0xFFFF)) {
                    keys.append(
                        SoundKey.pack(first & ~Sounds.rare, second & ~Sounds.rare, sounds, slot: UInt32(slot))
                    )
                }
            }
        }
        keys.sort()
        parts.sounds = keys
    }
}
