/// Numbers keys as they are met and counts the places of each; a place counts once.
struct KeyCounter {
    private(set) var keys: [UInt32] = []
    private(set) var counts: [UInt32] = []
    private var lasts: [UInt32] = []
    private var table: [UInt32]
    private var mask: Int

    init(expected: Int) {
        var size = 1 << 12
        while size < expected * 2 { size <<= 1 }
        table = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// Counts a key at a place.
    mutating func count(_ key: UInt32, at place: UInt32) {
        let number = number(of: key)
        guard lasts[number] != place &+ 1 else { return }
        lasts[number] = place &+ 1
        counts[number] += 1
    }

    /// The number of a key met before.
    func known(_ key: UInt32) -> Int {
        var probe = KeyCounter.hash(key) & mask
        while true {
            let number = Int(table[probe]) - 1
            if keys[number] == key { return number }
            probe = (probe + 1) & mask
        }
    }

    private mutating func number(of key: UInt32) -> Int {
        var probe = KeyCounter.hash(key) & mask
        while table[probe] != 0 {
            let number = Int(table[probe]) - 1
            if keys[number] == key { return number }
            probe = (probe + 1) & mask
        }
        keys.append(key)
        counts.append(0)
        lasts.append(0)
        table[probe] = UInt32(keys.count)
        if keys.count * 2 > table.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        table = Array(repeating: 0, count: table.count * 2)
        mask = table.count - 1
        for (number, key) in keys.enumerated() {
            var probe = KeyCounter.hash(key) & mask
            while table[probe] != 0 { probe = (probe + 1) & mask }
            table[probe] = UInt32(number + 1)
        }
    }

    private static func hash(_ key: UInt32) -> Int {
        let mixed = UInt64(key) &* 0x9E37_79B9_7F4A_7C15
        return Int(mixed >> 32)
    }
}
