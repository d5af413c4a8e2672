/// Which of a workbook's shared strings stand in cells that are sealed or masked, and which in cells that stay.
///
/// - Complexity: two bits for each string.
final class SharedStringUses {
    // What the part of the strings needs for one: `<si/>`.
    private static let shortestString: Int64 = 5

    private var sealed: [UInt64] = []
    private var kept: [UInt64] = []
    private let limit: Int

    /// - Parameter bytes: The size of the part that holds the strings; numbers that it has no room for are passed over.
    init(partBytes bytes: Int64) {
        limit = Int(clamping: bytes / SharedStringUses.shortestString + 1)
    }

    /// Notes that a string stood in a cell that holds something else now.
    func seal(_ string: Int) { insert(string, into: &sealed) }

    /// Notes that a cell goes on referring to a string.
    func keep(_ string: Int) { insert(string, into: &kept) }

    /// Whether a string stood in sealed cells and in no others, so that nothing of it may stay.
    func isSealed(_ string: Int) -> Bool {
        SharedStringUses.contains(string, sealed) && !SharedStringUses.contains(string, kept)
    }

    private func insert(_ string: Int, into words: inout [UInt64]) {
        guard string >= 0, string < limit else { return }
        let word = string >> 6
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(word + 1, words.count * 2) - words.count))
        }
        words[word] |= 1 << UInt64(string & 63)
    }

    private static func contains(_ string: Int, _ words: [UInt64]) -> Bool {
        guard string >= 0, string >> 6 < words.count else { return false }
        return words[string >> 6] >> UInt64(string & 63) & 1 == 1
    }
}
