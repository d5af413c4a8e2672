/// How characters are read: syllables without tones, all readings of a character; letters and digits are read as themselves.
struct Sounds: Sendable {
    /// The tables, made once.
    static let shared = Sounds()

    /// The letters of each syllable, in small ASCII letters, eight bytes with the first letter lowest.
    let letters: [UInt64]
    /// How many letters each syllable has.
    let lengths: [UInt8]
    /// For each UTF-16 unit the initials of its readings as bits: a–z are 0–25, digits 26–35.
    let initials: [UInt64]
    private let starts: [UInt32]
    private let readings: [UInt16]
    private let numbers: [UInt64: UInt16]
    private let beginnings: Set<UInt64>

    private init() {
        var letters: [UInt64] = []
        var lengths: [UInt8] = []
        var numbers: [UInt64: UInt16] = [:]
        var byUnit: [[UInt16]] = Array(repeating: [], count: 0x10000)
        func add(_ spelling: [UInt8], _ units: some Sequence<UInt16>, mark: UInt16 = 0) {
            let packed = Sounds.pack(spelling[...])
            let number = numbers[packed] ?? UInt16(letters.count)
            if numbers.updateValue(number, forKey: packed) == nil {
                letters.append(packed)
                lengths.append(UInt8(spelling.count))
            }
            for unit in units where !byUnit[Int(unit)].contains(number) { byUnit[Int(unit)].append(number | mark) }
        }
        for word in Readings.table.words {
            let spelling = word.prefix { $0 < 0x80 }
            let units = word.dropFirst(spelling.count)
            add(spelling.map { UInt8($0) }, units)
            // 绿 is typed lv, and lu by those who do not know it.
            if let v = spelling.firstIndex(of: 0x76), v == 1 {
                var other = spelling.map { UInt8($0) }
                other[1] = 0x75
                add(other, units)
            }
        }
        for word in Readings.rare.words {
            let spelling = word.prefix { $0 < 0x80 }
            add(spelling.map { UInt8($0) }, word.dropFirst(spelling.count), mark: Sounds.rare)
        }
        for digit in UInt8(0x30)...0x39 { add([digit], [UInt16(digit)]) }
        for letter in UInt8(0x61)...0x7A { add([letter], [UInt16(letter) - 0x20]) }
        var starts: [UInt32] = [0]
        var readings: [UInt16] = []
        var initials = [UInt64](repeating: 0, count: 0x10000)
        starts.reserveCapacity(0x10001)
        for (unit, all) in byUnit.enumerated() {
            readings += all
            starts.append(UInt32(readings.count))
            for number in all { initials[unit] |= 1 << UInt64(Sounds.initial(letters[Int(number & ~Sounds.rare)])) }
        }
        self.letters = letters
        self.lengths = lengths
        self.numbers = numbers
        self.starts = starts
        self.readings = readings
        self.initials = initials
        var beginnings: Set<UInt64> = []
        for (packed, length) in zip(letters, lengths) {
            for part in 1..<max(2, UInt64(length)) where part < length {
                beginnings.insert(packed & ((1 << (part * 8)) - 1))
            }
        }
        self.beginnings = beginnings
    }

    /// Marks a reading that dictionaries know and hardly anybody uses.
    static let rare: UInt16 = 0x8000

    /// The numbers of the syllables that a unit may be read as; rare ones are marked.
    func readings(of unit: UInt16) -> ArraySlice<UInt16> {
        readings[Int(starts[Int(unit)])..<Int(starts[Int(unit) + 1])]
    }

    /// The syllable spelt so, or `nil` where there is none.
    func syllable(_ spelling: ArraySlice<UInt8>) -> UInt16? {
        spelling.count <= 6 ? numbers[Sounds.pack(spelling)] : nil
    }

    /// Whether a syllable begins so and goes on.
    func isBeginning(_ spelling: ArraySlice<UInt8>) -> Bool {
        spelling.count <= 6 && beginnings.contains(Sounds.pack(spelling))
    }

    /// The initial of a syllable: a–z are 0–25, digits 26–35.
    func initial(of syllable: UInt16) -> UInt8 { Sounds.initial(letters[Int(syllable)]) }

    /// The initial of a spelling's first byte.
    static func initial(_ packed: UInt64) -> UInt8 {
        let byte = UInt8(truncatingIfNeeded: packed)
        return byte >= 0x61 ? byte - 0x61 : byte - 0x30 + 26
    }

    /// Up to eight bytes as one number, the first lowest.
    static func pack(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
