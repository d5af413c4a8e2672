/// Pairs of characters that may be read in a way that was asked for: their slots, and how many postings they have together.
struct SoundSlots {
    var slots: [Int] = []
    var size = 0
}

extension NameSegment {
    /// The slots of the pairs that may be read as any of some pairs of syllables, and how many postings they have together.
    func slots(_ pairs: Set<SyllableReader.Pair>, _ sounds: Sounds) -> SoundSlots {
        var all = SoundSlots()
        for pair in pairs {
            let found =
                switch pair {
                case .whole(let first, let second): slots(first, second, sounds)
                case .begun(let first, let rest): slots(first, beginning: rest, sounds)
                }
            all.slots += found.slots
            all.size += found.size
        }
        return all
    }

    /// The slots of the pairs that may be read as two syllables, and how many postings they have together.
    func slots(_ first: UInt16, _ second: UInt16, _ sounds: Sounds) -> SoundSlots {
        let low = SoundKey.pack(first, second, sounds, slot: 0)
        return collect(from: low, below: low + 1 << 32) { _ in true }
    }

    /// The slots of the pairs whose second syllable begins with some letters.
    func slots(_ first: UInt16, beginning rest: [UInt8], _ sounds: Sounds) -> SoundSlots {
        let initial = Sounds.initial(Sounds.pack(rest[...]))
        let low = SoundKey.initials(sounds.initial(of: first), initial)
        let wanted = Sounds.pack(rest[...])
        let mask: UInt64 = (1 << UInt64(rest.count * 8)) - 1
        return collect(from: low, below: low + 1 << 52) { key in
            SoundKey.first(key) == first && sounds.letters[Int(SoundKey.second(key))] & mask == wanted
        }
    }

    /// The slots of the pairs that have two initials.
    func slots(initials first: UInt8, _ second: UInt8) -> SoundSlots {
        let low = SoundKey.initials(first, second)
        return collect(from: low, below: low + 1 << 52) { _ in true }
    }

    private func collect(
        from low: UInt64,
        below high: UInt64,
        where holds: (UInt64) -> Bool
    ) -> SoundSlots {
        var slots: [Int] = []
        var size = 0
        parts.sounds.withUnsafeBufferPointer { sounds in
            var at = NameSegment.firstPlace(in: sounds, notBelow: low)
            while at < sounds.count, sounds[at] < high {
                if holds(sounds[at]) {
                    let slot = SoundKey.slot(sounds[at])
                    slots.append(slot)
                    size += frequency(slot)
                }
                at += 1
            }
        }
        return SoundSlots(slots: slots, size: size)
    }

    private static func firstPlace(in sounds: UnsafeBufferPointer<UInt64>, notBelow low: UInt64) -> Int {
        var from = 0
        var to = sounds.count
        while from < to {
            let middle = (from + to) / 2
            if sounds[middle] < low { from = middle + 1 } else { to = middle }
        }
        return from
    }

    /// The postings of all pairs that begin with a unit.
    func postings(beginningWith unit: UInt16) -> Range<Int> {
        let low = Int(firsts[Int(unit)])
        let high = Int(firsts[Int(unit) + 1])
        return Int(parts.offsets[low])..<Int(parts.offsets[high])
    }
}

extension NameIndex {
    /// Offers the names of all segments that have one pair of each of some lists and match; says whether not all were looked at.
    func offerNames(
        most: Int,
        today: Int32,
        _ scratches: inout [Scratch],
        to podium: inout Podium,
        having lists: (NameSegment) -> [SoundSlots],
        match: (_ place: Int, Segment, _ number: Int) -> Found?
    ) -> Bool {
        var isCut = false
        for (number, segment) in segments.enumerated() {
            let isAll = segment.eachName(
                having: lists(segment.names),
                most: most,
                today: today,
                &scratches[number]
            ) { place in
                if let hit = match(place, segment, number) { podium.offer(hit) }
            }
            isCut = isCut || !isAll
        }
        return isCut
    }
}

extension NameIndex.Segment {
    /// A list longer than this says little, and is read no farther.
    private static let mostRead = 65_536
    /// Where the rarest list is no longer than this, others are not worth reading.
    private static let fewEnough = 256

    /// Hands over the living names that have a pair of the rarest of some lists, and of the next two where many have.
    ///
    /// - Returns: Whether those were all.
    func eachName(
        having lists: [SoundSlots],
        most: Int,
        today: Int32,
        _ scratch: inout Scratch,
        _ body: (Int) -> Void
    ) -> Bool {
        let lists = lists.sorted { $0.size < $1.size }
        guard let rarest = lists.first, rarest.size > 0 else { return true }
        var isAll = mark(rarest.slots, from: 0, &scratch)
        var wanted: UInt16 = 1
        for list in lists.dropFirst().prefix(2) {
            if rarest.size <= Self.fewEnough || list.size > Self.mostRead { break }
            _ = mark(list.slots, from: wanted, &scratch)
            wanted += 1
        }
        var handed = 0
        for place in scratch.touched where scratch.weights[Int(place)] >= wanted {
            guard isAlive(Int(place), today: today) else { continue }
            guard handed < most else {
                isAll = false
                break
            }
            body(Int(place))
            handed += 1
        }
        scratch.clear()
        return isAll
    }

    /// Raises the weight of the places that any of the slots has and that stand at `from`; says whether all were read.
    private func mark(_ slots: [Int], from: UInt16, _ scratch: inout Scratch) -> Bool {
        var read = 0
        for slot in slots {
            let range = names.range(slot)
            for place in names.parts.postings[range] where scratch.weights[Int(place)] == from {
                scratch.weights[Int(place)] = from + 1
                if from == 0 { scratch.touched.append(place) }
            }
            read += range.count
            if read > Self.mostRead { return false }
        }
        return true
    }
}
