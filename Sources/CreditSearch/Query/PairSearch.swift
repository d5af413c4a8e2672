/// Finds names by the pairs of characters that they share with the query, the rare ones first.
///
/// Lists of postings are read from the shortest on, until what is not read yet could not carry a name alone; then the best of
/// the names met are judged character by character.
struct PairSearch {
    /// A list of postings to read.
    private struct List {
        /// In each segment.
        var ranges: [Range<Int>]
        var size: Int
        var weight: Float
        /// Whether it is a part of the query as typed, not a guess at what was meant.
        var isTyped: Bool
    }

    /// The most postings read of one list; a pair that more names have says little.
    private static let longestList = 65_536
    /// How many of the names met are judged, at least.
    private static let judged = 256
    /// The same for a query of few characters, which is quickly judged and stands in many names.
    private static let judgedOfFew = 2048

    private let index: NameIndex
    private let units: [UInt16]
    private let aside: [UInt16]?
    private let pairs: [(key: UInt32, weight: Float, isOptional: Bool)]
    private let scorer: NameScorer
    private let total: Float

    /// A search for some units; a pair over one of the breaks need not be in a name.
    ///
    /// `aside` are units that were left out of the query, since they stood in brackets; they tell siblings apart.
    init(_ index: NameIndex, _ units: [UInt16], breaks: Set<Int>, aside: [UInt16]? = nil) {
        self.index = index
        self.aside = aside
        self.units = units
        var pairs: [(key: UInt32, weight: Float, isOptional: Bool)] = []
        var isAnyTyped = false
        if units.count > 1 {
            for at in 1..<min(units.count, 64) {
                let key = UInt32(units[at - 1]) << 16 | UInt32(units[at])
                guard !pairs.contains(where: { $0.key == key }) else { continue }
                let isOptional = breaks.contains(at)
                isAnyTyped = isAnyTyped || !isOptional
                pairs.append((key, index.weight(index.frequency(key)), isOptional))
            }
        }
        if !isAnyTyped { for at in pairs.indices { pairs[at].isOptional = false } }
        self.pairs = pairs
        total = max(0.001, pairs.reduce(0) { $1.isOptional ? $0 : $0 + $1.weight })
        scorer = NameScorer(units, pairs: pairs)
    }

    /// Adds the names that answer the query; says whether a list was too long to be read whole.
    func run(_ scratches: inout [Scratch], today: Int32, into podium: inout Podium) -> Bool {
        var lists = pairs.map { list($0.key, $0.weight, isTyped: true) } + swapped()
        lists.sort { $0.size < $1.size }
        var unread = lists.reduce(0) { $1.isTyped ? $0 + $1.weight : $0 }
        var read = 0
        var next = 0
        var isCut = false
        var hasAny = false
        while next < lists.count {
            let list = lists[next]
            if hasAny, unread < 0.4 * total || read + list.size > 60_000 { break }
            isCut = accumulate(list, &scratches) || isCut
            hasAny = hasAny || list.size > 0
            if list.isTyped { unread -= list.weight }
            read += min(list.size, PairSearch.longestList)
            next += 1
        }
        let best = judge(&scratches, today: today, into: &podium)
        if best < 0.68, units.count > 2 {
            var rest = Array(lists[next...]) + characters()
            rest.sort { $0.size < $1.size }
            for list in rest where list.size > 0 {
                if read + list.size > 150_000, hasAny { break }
                isCut = accumulate(list, &scratches) || isCut
                read += min(list.size, PairSearch.longestList)
                hasAny = true
            }
            _ = judge(&scratches, today: today, into: &podium)
        }
        for segment in scratches.indices { scratches[segment].clear() }
        return isCut
    }

    private func list(_ key: UInt32, _ weight: Float, isTyped: Bool) -> List {
        let ranges = index.segments.map { segment in
            segment.names.slot(of: key).map { segment.names.range($0) } ?? 0..<0
        }
        return List(ranges: ranges, size: ranges.reduce(0) { $0 + $1.count }, weight: weight, isTyped: isTyped)
    }

    /// Pairs that would be there if two characters had changed places.
    private func swapped() -> [List] {
        pairs.compactMap { pair in
            let key = pair.key << 16 | pair.key >> 16
            let frequency = index.frequency(key)
            guard key != pair.key, frequency > 0, index.frequency(pair.key) < 64 else { return nil }
            return list(key, index.weight(frequency) * 0.8, isTyped: false)
        }
    }

    /// Names that have a character of the query before any other: for queries whose every rare pair is broken.
    private func characters() -> [List] {
        Set(units.prefix(64)).sorted()
            .map { unit in
                let ranges = index.segments.map { $0.names.postings(beginningWith: unit) }
                let size = ranges.reduce(0) { $0 + $1.count }
                return List(ranges: ranges, size: size, weight: index.weight(size) * 0.5, isTyped: false)
            }
    }

    /// Adds a list's weight to its names; says whether the list was cut.
    private func accumulate(_ list: List, _ scratches: inout [Scratch]) -> Bool {
        let weight = UInt16(max(1, min(30_000, list.weight / total * 30_000)))
        var isCut = false
        for (segment, range) in list.ranges.enumerated() where !range.isEmpty {
            let names = index.segments[segment].names
            let part = range.prefix(PairSearch.longestList)
            isCut = isCut || part.count < range.count
            names.parts.postings.withUnsafeBufferPointer { postings in
                scratches[segment].add(weight, to: UnsafeBufferPointer(rebasing: postings[part]))
            }
        }
        return isCut
    }

    /// Offers the best of the names met, and says how good the best of them is.
    private func judge(_ scratches: inout [Scratch], today: Int32, into podium: inout Podium) -> Float {
        var best: Float = 0
        for (number, segment) in index.segments.enumerated() {
            let parts = segment.names.parts
            parts.starts.withUnsafeBufferPointer { starts in
                parts.units.withUnsafeBufferPointer { all in
                    let chosen = scratches[number]
                        .best(most(podium), near: units.count, starts: starts)
                    for place in chosen where segment.isAlive(Int(place), today: today) {
                        let range = Int(starts[Int(place)])..<Int(starts[Int(place) + 1])
                        let judged = judge(UnsafeBufferPointer(rebasing: all[range]), Int(place), parts)
                        best = max(best, judged.score)
                        guard judged.score >= 0.35 else { continue }
                        podium.offer(make(judged, number, Int(place), range.count))
                    }
                }
            }
        }
        return best
    }

    private func most(_ podium: Podium) -> Int {
        max(units.count <= 4 ? PairSearch.judgedOfFew : PairSearch.judged, podium.capacity * 2)
    }

    /// The better of the name and, where it has a place in brackets, the name without it.
    private func judge(
        _ name: UnsafeBufferPointer<UInt16>,
        _ place: Int,
        _ parts: NameSegment.Parts
    ) -> NameScorer.Judgement {
        let brand = Int(parts.brands[place])
        let judged = scorer.judge(name, brand: brand)
        let packed = parts.brackets[place]
        guard packed != 0, !judged.isContained else { return judged }
        let bracket = Int(packed >> 8)..<Int(packed & 0xFF)
        return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: name.count) { copy in
            for at in 0..<bracket.lowerBound { copy[at] = name[at] }
            for at in bracket.upperBound..<name.count { copy[at - bracket.count] = name[at] }
            let short = UnsafeBufferPointer(rebasing: copy[..<(name.count - bracket.count)])
            var other = scorer.judge(short, brand: brand)
            other.score -= 0.02
            guard other.score > judged.score else { return judged }
            // The matched part as the name has it, what stands in brackets included where it lies between.
            let start = other.matched.lowerBound
            let end = other.matched.upperBound
            let from = start >= bracket.lowerBound ? start + bracket.count : start
            let to = end > bracket.lowerBound ? end + bracket.count : end
            other.matched = from..<max(from, to)
            return other
        }
    }

    private func make(_ judged: NameScorer.Judgement, _ segment: Int, _ place: Int, _ count: Int) -> Found {
        let way: SearchHit.Way =
            !judged.isContained
            ? .similar
            : judged.matched.count == count && judged.score > 0.955 && aside == nil
                ? .exactName : judged.matched.lowerBound == 0 ? .beginning : .part
        let score = way == .exactName ? 0.99 : judged.score - penalty(segment, place)
        return Found(index.segments[segment].names, segment, place, way, judged.matched, score)
    }

    /// Of a query without what it had in brackets: less where the name does not have that at all.
    private func penalty(_ segment: Int, _ place: Int) -> Float {
        guard let aside else { return 0 }
        let names = index.segments[segment].names
        return NameScorer.holds(names.parts.units[names.unitRange(place)], aside) ? 0.01 : 0.05
    }
}

extension Scratch {
    /// Adds a weight to some places.
    mutating func add(_ weight: UInt16, to places: UnsafeBufferPointer<UInt32>) {
        weights.withUnsafeMutableBufferPointer { weights in
            for place in places {
                let old = weights[Int(place)]
                if old == 0 { touched.append(place) }
                let (sum, overflows) = old.addingReportingOverflow(weight)
                weights[Int(place)] = overflows ? .max : sum
            }
        }
    }
}
