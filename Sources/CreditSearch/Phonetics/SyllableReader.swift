/// Reads letters as syllables: `xinyuan` is xin·yuan; what can be read in several ways (`xian`) is.
struct SyllableReader {
    /// Two syllables one behind the other; of the second perhaps only the beginning.
    enum Pair: Hashable {
        case whole(UInt16, UInt16)
        case begun(UInt16, rest: [UInt8])
    }

    private struct Step {
        let start: Int
        let end: Int
        /// `nil` where the last syllable is not typed to its end.
        let syllable: UInt16?
    }

    private let letters: [UInt8]
    private let steps: [Step]
    /// Whether the letters can be read as syllables.
    let canRead: Bool

    /// A reader of small letters and digits.
    ///
    /// At the breaks a syllable must end, since a blank stood there; what stands between two and is a syllable is one. Where
    /// it is `spelt`, letters may stand for themselves, as in TCL科技.
    init(_ letters: [UInt8], breaks: Set<Int>, spelt: Bool = false, sounds: Sounds) {
        var steps: [Step] = []
        for word in SyllableReader.words(letters.count, breaks) {
            steps += SyllableReader.steps(letters, word, spelt, isSingle: !breaks.isEmpty, sounds)
        }
        var isReached = [Bool](repeating: false, count: letters.count + 1)
        var isLeading = isReached
        isReached[0] = true
        isLeading[letters.count] = true
        // Whether a way leads from the beginning to a place, and from there to the end.
        for step in steps where isReached[step.start] { isReached[step.end] = true }
        for step in steps.reversed() where isLeading[step.end] { isLeading[step.start] = true }
        self.letters = letters
        self.steps = steps.filter { isReached[$0.start] && isLeading[$0.end] }
        canRead = isReached[letters.count]
    }

    /// Sets of pairs of which every name that is read so has one of each set: in every reading one syllable holds a given
    /// letter, and another follows it.
    ///
    /// Where a reading of one syllable stands beside those of several (xian), all pairs of all readings are the one set.
    var required: [Set<Pair>] {
        var sets: [Set<Pair>] = []
        for letter in letters.indices {
            let holding = steps.filter { $0.start <= letter && letter < $0.end }
            if holding.contains(where: { $0.end == letters.count }) { break }
            let pairs = pairs(beginningWith: holding)
            if !pairs.isEmpty, !sets.contains(pairs) { sets.append(pairs) }
        }
        if !sets.isEmpty { return sets }
        let pairs = pairs(beginningWith: steps)
        return pairs.isEmpty ? [] : [pairs]
    }

    private func pairs(beginningWith firsts: [Step]) -> Set<Pair> {
        var pairs: Set<Pair> = []
        for first in firsts {
            guard let syllable = first.syllable else { continue }
            for second in steps where second.start == first.end {
                pairs.insert(
                    second.syllable.map { .whole(syllable, $0) }
                        ?? .begun(syllable, rest: Array(letters[second.start...]))
                )
            }
        }
        return pairs
    }

    private static func words(_ count: Int, _ breaks: Set<Int>) -> [Range<Int>] {
        let edges = [0] + breaks.filter { $0 > 0 && $0 < count }.sorted() + [count]
        return zip(edges, edges.dropFirst()).map { $0..<$1 }
    }

    private static func steps(
        _ letters: [UInt8],
        _ word: Range<Int>,
        _ spelt: Bool,
        isSingle: Bool,
        _ sounds: Sounds
    ) -> [Step] {
        if isSingle, word.upperBound < letters.count, let syllable = sounds.syllable(letters[word]) {
            return [Step(start: word.lowerBound, end: word.upperBound, syllable: syllable)]
        }
        var steps: [Step] = []
        for start in word {
            for end in (start + 1)...min(start + 6, word.upperBound) {
                let isLetter = end == start + 1 && letters[start] >= 0x61 && !vowels.contains(letters[start])
                if let syllable = sounds.syllable(letters[start..<end]), spelt || !isLetter {
                    steps.append(Step(start: start, end: end, syllable: syllable))
                }
                // One whole syllable (xin) is not one that ends in the beginning of another (xi·n).
                let isWhole = word.count == letters.count && sounds.syllable(letters[...]) != nil
                if end == letters.count, !isWhole, sounds.isBeginning(letters[start..<end]) {
                    steps.append(Step(start: start, end: end, syllable: nil))
                }
            }
        }
        return steps
    }

    private static let vowels: [UInt8] = [0x61, 0x65, 0x6F]
}
