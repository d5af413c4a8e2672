/// Finds names by the first letters of their characters' readings: `sxxysm` for 松溪鑫源商贸.
struct InitialSearch {
    private static let mostRead = 65_536
    private static let mostJudged = 8_192

    private let index: NameIndex
    private let initials: [UInt8]

    init(_ index: NameIndex, letters: [UInt8]) {
        self.index = index
        initials = letters.map { Sounds.initial(UInt64($0)) }
    }

    /// Adds the names whose characters have these initials one behind the other.
    func run(_ scratches: inout [Scratch], today: Int32, into podium: inout Podium) -> Bool {
        guard initials.count >= 2 else { return false }
        var isCut = false
        for number in index.segments.indices {
            isCut = run(number, &scratches[number], today, &podium) || isCut
        }
        return isCut
    }

    private func run(_ number: Int, _ scratch: inout Scratch, _ today: Int32, _ podium: inout Podium) -> Bool {
        let segment = index.segments[number]
        var lists = (1..<initials.count).map { segment.names.slots(initials: initials[$0 - 1], initials[$0]) }
        lists.sort { $0.size < $1.size }
        guard let rarest = lists.first, rarest.size > 0 else { return false }
        var isCut = segment.mark(rarest.slots, from: 0, mostRead: InitialSearch.mostRead, &scratch)
        var wanted: UInt16 = 1
        for list in lists.dropFirst().prefix(2) where rarest.size > 256 {
            if list.size > InitialSearch.mostRead { break }
            _ = segment.mark(list.slots, from: wanted, mostRead: .max, &scratch)
            wanted += 1
        }
        var judged = 0
        for place in scratch.touched where scratch.weights[Int(place)] >= wanted {
            guard segment.isAlive(Int(place), today: today) else { continue }
            if let hit = match(Int(place), segment, number) { podium.offer(hit) }
            judged += 1
            if judged == InitialSearch.mostJudged { isCut = true; break }
        }
        scratch.clear()
        return isCut
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
