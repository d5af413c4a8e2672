/// Rows by a hash, sixteen bytes each and two places of four bytes; several may have one hash.
struct NearTable {
    /// How a number was spelt: year and 字 of the usual form, or where its spelling is kept.
    struct Spelling: Hashable {
        private let bits: UInt32

        /// The usual form; year 0 is a code.
        init(year: Int, isWorded: Bool) { bits = UInt32(year) << 1 | (isWorded ? 1 : 0) }

        /// Any other.
        init(offset: Int) { bits = UInt32(offset) | 1 << 31 }

        /// Where the spelling is kept, if it is.
        var offset: Int? { bits >> 31 == 1 ? Int(bits & ~(1 << 31)) : nil }

        /// The year of the usual form; `nil` of a code.
        var year: Int? { bits >> 1 == 0 ? nil : Int(bits >> 1) }

        /// Whether the issuer of the usual form ends in 字.
        var isWorded: Bool { bits & 1 == 1 }
    }

    /// One row.
    struct Entry {
        let hash: Int
        let row: UInt32
        let spelling: Spelling
    }

    private var entries: [Entry] = []
    /// Numbers of entries from 1, each at the first free place behind that of its hash; a power of two of them.
    private var places = [UInt32](repeating: 0, count: 1024)

    /// How many rows there are.
    var count: Int { entries.count }

    /// Hands over the rows of a hash, oldest first, until `body` says no.
    func each(_ hash: Int, _ body: (Entry) -> Bool) {
        var place = hash & (places.count - 1)
        while places[place] != 0 {
            let entry = entries[Int(places[place]) - 1]
            if entry.hash == hash, !body(entry) { return }
            place = (place + 1) & (places.count - 1)
        }
    }

    /// Adds a row.
    mutating func insert(_ hash: Int, _ row: UInt32, _ spelling: Spelling) {
        entries.append(Entry(hash: hash, row: row, spelling: spelling))
        guard entries.count * 2 > places.count else { return put(entries.count) }
        places = [UInt32](repeating: 0, count: places.count * 2)
        for number in 1...entries.count { put(number) }
    }

    private mutating func put(_ number: Int) {
        var place = entries[number - 1].hash & (places.count - 1)
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = UInt32(number)
    }
}
