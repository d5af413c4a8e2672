/// Finds names by pinyin, with or without blanks, typed to the end or not.
struct SoundSearch {
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
        return index.offerNames(
            most: SoundSearch.mostJudged,
            today: today,
            &scratches,
            to: &podium,
            having: { names in required.map { names.slots($0, sounds) } },
            match: match
        )
    }

    private func match(_ place: Int, _ segment: NameIndex.Segment, _ number: Int) -> Found? {
        let parts = segment.names.parts
        let range = segment.names.unitRange(place)
        let bracket = segment.names.bracket(place)
        return parts.units.withUnsafeBufferPointer { all in
            let name = UnsafeBufferPointer(rebasing: all[range])
            for start in name.indices {
                var isRare = false
                guard let end = read(name, start, 0, bracket, &isRare) else { continue }
                let share = Float(end - start) / Float(range.count)
                let bonus: Float = start == 0 ? 0.06 : start == Int(parts.brands[place]) ? 0.05 : 0
                let score = 0.6 + 0.25 * share + bonus - (isRare ? 0.12 : 0)
                return Found(segment.names, number, place, .pinyin, start..<end, score)
            }
            return nil
        }
    }

    /// Where the units end that are read as the letters from `at` on, or `nil`; what stands in brackets may be passed over.
    ///
    /// `isRare` is set where a character had to be read as hardly anybody does.
    private func read(
        _ name: UnsafeBufferPointer<UInt16>,
        _ unit: Int,
        _ at: Int,
        _ bracket: Range<Int>?,
        _ isRare: inout Bool
    ) -> Int? {
        if at == letters.count { return unit }
        guard unit < name.count else { return nil }
        for reading in sounds.readings(of: name[unit]) {
            let syllable = reading & ~Sounds.rare
            let length = Int(sounds.lengths[Int(syllable)])
            guard begins(sounds.letters[Int(syllable)], length, at) else { continue }
            // The last syllable may not be typed to its end.
            let end = at + length > letters.count ? unit + 1 : read(name, unit + 1, at + length, bracket, &isRare)
            if let end {
                isRare = isRare || reading & Sounds.rare != 0
                return end
            }
        }
        if let bracket, unit == bracket.lowerBound, at > 0 { return read(name, bracket.upperBound, at, nil, &isRare) }
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
