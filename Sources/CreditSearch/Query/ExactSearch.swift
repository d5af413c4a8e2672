/// Finds names that are the query: the only way, beside the whole code, in which a sole trader is found (limit 1).
struct ExactSearch {
    let index: NameIndex
    let inquiry: Inquiry
    let isTyping: Bool

    func run(today: Int32, into podium: inout Podium) {
        guard !inquiry.units.isEmpty else { return }
        let hash = UnitHash.place(inquiry.units)
        for (number, segment) in index.segments.enumerated() {
            let parts = segment.names.parts
            guard !parts.exact.isEmpty else { continue }
            var probe = hash & (parts.exact.count - 1)
            while parts.exact[probe] != 0 {
                let place = Int(parts.exact[probe]) - 1
                probe = (probe + 1) & (parts.exact.count - 1)
                let range = segment.names.unitRange(place)
                guard parts.units[range].elementsEqual(inquiry.units), segment.isAlive(place, today: today) else {
                    continue
                }
                let isNarrow = NameFolding.narrow(segment.names.name(place)) == inquiry.narrow
                if parts.flags[place] & NameSegment.exactOnly != 0 {
                    // Not under a name it no longer bears, nor under one that is merely alike, nor as a suggestion.
                    guard isNarrow, !isTyping, parts.flags[place] & NameSegment.former == 0 else { continue }
                }
                podium.offer(Found(segment.names, number, place, .exactName, 0..<range.count, isNarrow ? 1 : 0.99))
            }
        }
    }
}
