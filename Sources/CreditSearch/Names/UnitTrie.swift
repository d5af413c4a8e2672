/// Words over folded units, found one behind the other from a place on: the longest that stands there.
///
/// Each step is one look into a flat table; a trie has at most 65,535 nodes, which is tens of thousands of words.
struct UnitTrie: Sendable {
    // A slot is node (16 bits), unit (16 bits) and the node that follows (16 bits); 0 is empty.
    private let slots: [UInt64]
    private let shift: UInt64
    // For each node the number of the word that ends there, else -1.
    private let words: [Int32]
    /// The number of units of the longest word.
    let longest: Int

    /// A trie of words, each with its number; words backwards where they are to be found from their ends.
    ///
    /// Where two are spelled alike, the first stays.
    init(_ entries: [(word: [UInt16], number: Int32)], backwards: Bool = false) {
        var steps: [UInt32: UInt16] = [:]
        var words: [Int32] = [-1]
        for (word, number) in entries where !word.isEmpty {
            var node: UInt16 = 0
            for unit in backwards ? word.reversed() : word {
                let key = UInt32(node) << 16 | UInt32(unit)
                if let next = steps[key] {
                    node = next
                    continue
                }
                guard words.count < Int(UInt16.max) else { break }
                node = UInt16(words.count)
                steps[key] = node
                words.append(-1)
            }
            if words[Int(node)] < 0 { words[Int(node)] = number }
        }
        var bits: UInt64 = 4
        while (1 << bits) < steps.count * 2 { bits += 1 }
        var slots = [UInt64](repeating: 0, count: 1 << bits)
        for (key, next) in steps {
            var slot = UnitTrie.slot(key, 64 - bits)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt64(key) << 16 | UInt64(next)
        }
        self.slots = slots
        self.shift = 64 - bits
        self.words = words
        longest = entries.map(\.word.count).max() ?? 0
    }

    /// The longest word that begins at a place and ends by `end`.
    func match(_ units: UnsafeBufferPointer<UInt16>, from start: Int, end: Int) -> (length: Int, number: Int32)? {
        var node: UInt32 = 0
        var found: (Int, Int32)?
        var place = start
        while place < end {
            let next = follow(node, units[place])
            if next == 0 { break }
            node = next
            place += 1
            if words[Int(node)] >= 0 { found = (place - start, words[Int(node)]) }
        }
        return found
    }

    /// The longest word of a trie made backwards that ends at a place and begins no earlier than `start`.
    func match(_ units: UnsafeBufferPointer<UInt16>, upTo end: Int, start: Int) -> (length: Int, number: Int32)? {
        var node: UInt32 = 0
        var found: (Int, Int32)?
        var place = end
        while place > start {
            let next = follow(node, units[place - 1])
            if next == 0 { break }
            node = next
            place -= 1
            if words[Int(node)] >= 0 { found = (end - place, words[Int(node)]) }
        }
        return found
    }

    private func follow(_ node: UInt32, _ unit: UInt16) -> UInt32 {
        let key = node << 16 | UInt32(unit)
        var slot = UnitTrie.slot(key, shift)
        while true {
            let kept = slots[slot]
            if kept == 0 { return 0 }
            if UInt32(truncatingIfNeeded: kept >> 16) == key { return UInt32(kept & 0xFFFF) }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    private static func slot(_ key: UInt32, _ shift: UInt64) -> Int {
        Int((UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
