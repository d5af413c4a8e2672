/// Finds organisations by their code, or by any four or more characters of it.
struct CodeSearch {
    private static let mostRead = 65_536
    private static let mostFound = 200

    let index: NameIndex
    let code: [UInt8]
    let isTyping: Bool

    /// Adds the organisations; says whether more were left out.
    func run(today: Int32, into podium: inout Podium) -> Bool {
        var isCut = false
        for (number, segment) in index.segments.enumerated() {
            var seen: Set<UInt32> = []
            for range in ranges(segment.names) {
                isCut = isCut || range.count > CodeSearch.mostRead
                for place in segment.names.parts.postings[range.prefix(CodeSearch.mostRead)] {
                    guard seen.count < max(CodeSearch.mostFound, podium.capacity) else { return true }
                    if let hit = match(Int(place), segment, number, today), seen.insert(place).inserted {
                        podium.offer(hit)
                    }
                }
            }
        }
        return isCut
    }

    /// The lists of heads that hold the query whole, and the shortest list of pieces for every place at which it may begin.
    ///
    /// A code's pieces are posted from two characters before the end of its head on; of a query that begins further left the
    /// first pieces say nothing.
    private func ranges(_ names: NameSegment) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for (number, head) in names.parts.heads.enumerated() where CodeSearch.holds(head, code) {
            if let slot = names.slot(of: CodeKey.head(number)) { ranges.append(names.range(slot)) }
        }
        let pieces = code.withUnsafeBufferPointer { bytes in
            (0...(bytes.count - 3))
                .map { at in CodeKey.piece(bytes, at).flatMap { names.slot(of: $0) }.map { names.range($0) } }
        }
        for skipped in min(6, max(0, code.count - 12))...6 where skipped < pieces.count {
            let rest = pieces[skipped...]
            guard !rest.contains(where: { $0 == nil }),
                let shortest = rest.compactMap(\.self).min(by: { $0.count < $1.count })
            else { continue }
            if !ranges.contains(shortest) { ranges.append(shortest) }
        }
        return ranges
    }

    private func match(_ place: Int, _ segment: NameIndex.Segment, _ number: Int, _ today: Int32) -> Found? {
        guard segment.isAlive(place, today: today) else { return nil }
        let codes = segment.names.codes(place)
        let isExactOnly = segment.names.parts.flags[place] & NameSegment.exactOnly != 0
        if isExactOnly, isTyping { return nil }
        for own in codes.split(separator: 0x20) {
            if own.elementsEqual(code) {
                return Found(segment.names, number, place, .code, 0..<0, 1)
            }
            guard !isExactOnly, code.count < own.count, let start = CodeSearch.position(of: code, in: own) else {
                continue
            }
            let share = Float(code.count) / Float(own.count)
            let score = 0.5 + 0.4 * share + (start == 0 ? 0.02 : 0)
            return Found(segment.names, number, place, .codePart, 0..<0, score)
        }
        return nil
    }

    private static func position(of part: [UInt8], in whole: ArraySlice<UInt8>) -> Int? {
        (0...(whole.count - part.count))
            .first { start in
                part.indices.allSatisfy { whole[whole.startIndex + start + $0] == part[$0] }
            }
    }

    private static func holds(_ head: UInt64, _ code: [UInt8]) -> Bool {
        guard code.count <= 8 else { return false }
        let wanted = Sounds.pack(code[...])
        let mask = code.count == 8 ? UInt64.max : (1 << UInt64(code.count * 8)) - 1
        return (0...(8 - code.count)).contains { head >> UInt64($0 * 8) & mask == wanted }
    }
}
