/// Finds the character that parts the cells, by taking the first rows apart with each that it could be.
enum DelimiterGuess {
    static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    private static let rows = 50

    /// The candidate that most often gives the most frequent number of cells; the comma where none does.
    static func guess(_ input: RecordScanner.Input) -> UInt8 {
        var best = (delimiter: candidates[0], weight: 0)
        for delimiter in candidates {
            let weight = weight(counts(input, delimiter))
            if weight > best.weight { best = (delimiter, weight) }
        }
        return best.delimiter
    }

    /// How many rows agree on a number of delimiters, times that number.
    private static func weight(_ counts: [Int]) -> Int {
        var frequencies: [Int: Int] = [:]
        for count in counts where count > 0 { frequencies[count, default: 0] += 1 }
        return frequencies.map { $0.key * $0.value }.max() ?? 0
    }

    /// The number of delimiters in each of the first rows.
    private static func counts(_ input: RecordScanner.Input, _ delimiter: UInt8) -> [Int] {
        let scanner = RecordScanner(delimiter: delimiter)
        let sampled = input.end - input.start
        let room = Memory(count: sampled + 32)
        let ends = UnsafeMutablePointer<Int32>.allocate(capacity: sampled + RecordScanner.endSlack)
        defer { ends.deallocate() }
        let output = RecordScanner.Output(
            bytes: room.base,
            byteCount: room.count,
            ends: ends,
            endCount: sampled + RecordScanner.endSlack
        )
        var rest = input
        var counts: [Int] = []
        while rest.start < rest.end, counts.count < rows {
            guard case .record(let cells, let next) = scanner.scan(rest, output) else { break }
            counts.append(cells - 1)
            rest.start = next
        }
        return counts
    }
}
