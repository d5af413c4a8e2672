/// Finds names by pinyin, with or without blanks, typed to the end or not.
struct SoundSearch {
    private static let mostRead = 65_536
    private static let mostJudged = 2_048

    private let index: NameIndex
    private let letters: [UInt8]
    private let breaks: Set<Int>
    private let sounds = Sounds.shared

    init(_ index: NameIndex, letters: [UInt8], breaks: Set<Int>) {
        self.index = index
        self.letters = letters
        self.breaks = breaks
    }

    /// Adds the names that can be read so; says whether not all were looked at.
    func run(_ scratches: inout [Scratch], today: Int32, into podium: inout Podium) -> Bool {
        var reader = SyllableReader(letters, breaks: breaks, sounds: sounds)
        if !reader.canRead { reader = SyllableReader(letters, breaks: breaks, spelt: true, sounds: sounds) }
        guard reader.canRead, letters.contains(where: { $0 >= 0x61 }) else { return false }
        let required = reader.required
        var isCut = false
        for number in index.segments.indices {
            isCut = run(required, number, &scratches[number], today, &podium) || isCut
        }
        return isCut
    }

    private func run(
        _ required: [Set<SyllableReader.Pair>],
        _ number: Int,
        _ scratch: inout Scratch,
        _ today: Int32,
        _ podium: inout Podium
    ) -> Bool {
        let segment = index.segments[number]
        let lists = required.map { segment.names.slots($0, sounds) }.sorted { $0.size < $1.size }
        guard let rarest = lists.first, rarest.size > 0 else { return false }
        var isCut = segment.mark(rarest.slots, from: 0, mostRead: SoundSearch.mostRead, &scratch)
        var wanted: UInt16 = 1
        for list in lists.dropFirst().prefix(2) where rarest.size > 512 {
            if list.size > SoundSearch.mostRead { break }
            _ = segment.mark(list.slots, from: wanted, mostRead: .max, &scratch)
            wanted += 1
        }
        var judged = 0
        for place in scratch.touched where scratch.weights[Int(place)] >= wanted {
            guard segment.isAlive(Int(place), today: today) else { continue }
            if let hit = match(Int(place), segment, number) { podium.offer(hit) }
            judged += 1
            if judged == SoundSearch.mostJudged {
                isCut = true
                break
            }
        }
        scratch.clear()
        return isCut
    }

    private func match(_ place: Int, _ segment: NameIndex.Segment, _ number: Int) -> Found? {
        let parts = segment.names.parts
        let range = segment.names.unitRange(place)
        let bracket = segment.names.bracket(place)
        return parts.units.withUnsafeBufferPointer { all in
            let name = UnsafeBufferPointer(rebasing: all[range])
            for start in name.indices {
                guard let end = read(name, start, 0, bracket) else { continue }
                let share = Float(end - start) / Float(range.count)
                let bonus: Float = start == 0 ? 0.06 : start == Int(parts.brands[place]) ? 0.05 : 0
                return Found(segment.names, number, place, .pinyin, start..<end, 0.6 + 0.25 * share + bonus)
            }
            return nil
        }
    }

    /// Where the units end that are read as the letters from `at` on, or `nil`; what stands in brackets may be passed over.
    private func read(_ name: UnsafeBufferPointer<UInt16>, _ unit: Int, _ at: Int, _ bracket: Range<Int>?) -> Int? {
        if at == letters.count { return unit }
        guard unit < name.count else { return nil }
        for syllable in sounds.readings(of: name[unit]) {
            let length = Int(sounds.lengths[Int(syllable)])
            guard begins(sounds.letters[Int(syllable)], length, at) else { continue }
            // The last syllable may not be typed to its end.
            if at + length > letters.count { return unit + 1 }
            if let end = read(name, unit + 1, at + length, bracket) { return end }
        }
        if let bracket, unit == bracket.lowerBound, at > 0 { return read(name, bracket.upperBound, at, nil) }
        return nil
    }

    /// Whether the letters from `at` on begin with a syllable, or are the beginning of it; no blank inside.
    private func begins(_ spelling: UInt64, _ length: Int, _ at: Int) -> Bool {
        for place in 0..<min(length, letters.count - at) {
            guard UInt8(truncatingIfNeeded: spelling >> UInt64(place * 8)) == letters[at + place] else { return false }
        }
        return breaks.isEmpty || !breaks.contains { $0 > at && $0 < at + length }
    }
}

extension NameSegment {
    /// The slots of the pairs that may be read as any of some pairs of syllables, and how many postings they have together.
    func slots(_ pairs: Set<SyllableReader.Pair>, _ sounds: Sounds) -> (slots: [Int], size: Int) {
        var all: (slots: [Int], size: Int) = ([], 0)
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
    func slots(_ first: UInt16, _ second: UInt16, _ sounds: Sounds) -> (slots: [Int], size: Int) {
        let low = SoundKey.pack(first, second, sounds, slot: 0)
        return collect(from: low, below: low + 1 << 32) { _ in true }
    }

    /// The slots of the pairs whose second syllable begins with some letters.
    func slots(_ first: UInt16, beginning rest: [UInt8], _ sounds: Sounds) -> (slots: [Int], size: Int) {
        let initial = Sounds.initial(Sounds.pack(rest[...]))
        let low = SoundKey.initials(sounds.initial(of: first), initial)
        let wanted = Sounds.pack(rest[...])
        let mask: UInt64 = (1 << UInt64(rest.count * 8)) - 1
        return collect(from: low, below: low + 1 << 52) { key in
            SoundKey.first(key) == first && sounds.letters[Int(SoundKey.second(key))] & mask == wanted
        }
    }

    /// The slots of the pairs that have two initials.
    func slots(initials first: UInt8, _ second: UInt8) -> (slots: [Int], size: Int) {
        let low = SoundKey.initials(first, second)
        return collect(from: low, below: low + 1 << 52) { _ in true }
    }

    private func collect(
        from low: UInt64,
        below high: UInt64,
        where holds: (UInt64) -> Bool
    ) -> (slots: [Int], size: Int) {
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
        return (slots, size)
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

extension NameIndex.Segment {
    /// Raises the weight of the places that any of the slots has and that stand at `from`; says whether not all were read.
    func mark(_ slots: [Int], from: UInt16, mostRead: Int, _ scratch: inout Scratch) -> Bool {
        var read = 0
        for slot in slots {
            let range = names.range(slot)
            for place in names.parts.postings[range] where scratch.weights[Int(place)] == from {
                scratch.weights[Int(place)] = from + 1
                if from == 0 { scratch.touched.append(place) }
            }
            read += range.count
            if read > mostRead { return true }
        }
        return false
    }
}
