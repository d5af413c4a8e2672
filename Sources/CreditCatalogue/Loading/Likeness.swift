/// How alike two words are, for whoever mistyped one of many.
enum Likeness {
    /// The five words nearest to one, nearest first.
    static func nearest(to word: String, among known: [String]) -> [String] {
        let wanted = pairs(word)
        return known.map { ($0, score(pairs($0), wanted)) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            .prefix(5).map(\.0)
    }

    /// The share of neighbouring signs that two words have in common.
    private static func score(_ one: Set<String>, _ other: Set<String>) -> Double {
        Double(2 * one.intersection(other).count) / Double(max(one.count + other.count, 1))
    }

    /// Neighbouring signs, with the word's two ends.
    private static func pairs(_ word: String) -> Set<String> {
        let signs = ["^"] + word.map { String($0) } + ["$"]
        return Set(zip(signs, signs.dropFirst()).map { $0 + $1 })
    }
}
