/// Finds names by the first letters of their characters' readings: `sxxysm` for 松溪鑫源商贸.
struct InitialSearch {
    private static let mostJudged = 8_192

    private let index: NameIndex
    private let initials: [UInt8]
    /// Each pair of neighbours once.
    private let pairs: [(first: UInt8, second: UInt8)]

    init(_ index: NameIndex, letters: [UInt8]) {
        self.index = index
        let initials = letters.map { Sounds.initial(UInt64($0)) }
        self.initials = initials
        let pairs = Set(zip(initials, initials.dropFirst()).map { UInt16($0) << 8 | UInt16($1) })
        self.pairs = pairs.sorted().map { (UInt8($0 >> 8), UInt8($0 & 0xFF)) }
    }

    /// Adds the names whose characters have these initials one behind the other.
    func run(_ scratches: inout [Scratch], today: Int32, into podium: inout Podium) -> Bool {
        guard initials.count >= 2 else { return false }
        return index.offerNames(
            most: InitialSearch.mostJudged,
            today: today,
            &scratches,
            to: &podium,
            having: { names in pairs.map { names.slots(initials: $0.first, $0.second) } },
            match: match
        )
    }

    private func match(_ place: Int, _ segment: NameIndex.Segment, _ number: Int) -> Found? {
        let parts = segment.names.parts
        let range = segment.names.unitRange(place)
        guard range.count >= initials.count else { return nil }
        let all = Sounds.shared.initials
        for start in range.lowerBound...(range.upperBound - initials.count)
        where initials.indices.allSatisfy({ all[Int(parts.units[start + $0])] >> UInt64(initials[$0]) & 1 == 1 }) {
            let from = start - range.lowerBound
            let share = Float(initials.count) / Float(range.count)
            let bonus: Float = from == 0 ? 0.06 : from == Int(parts.brands[place]) ? 0.05 : 0
            return Found(
                segment.names,
                number,
                place,
                .initials,
                from..<(from + initials.count),
                0.45 + 0.35 * share + bonus
            )
        }
        return nil
    }
}
