/// A name that matched: where it stands, how, and how well.
struct Found {
    /// The segment's place in the index.
    let segment: Int
    /// The name's place in the segment.
    let place: Int
    let way: SearchHit.Way
    /// Which of the name's folded units matched, where they stand together.
    let matched: Range<Int>
    let score: Float
    /// How many folded units the name has.
    let length: Int
    let subject: Int64

    init(
        _ names: NameSegment,
        _ segment: Int,
        _ place: Int,
        _ way: SearchHit.Way,
        _ matched: Range<Int>,
        _ score: Float
    ) {
        self.segment = segment
        self.place = place
        self.way = way
        self.matched = matched
        // The name of today before one borne earlier that answers as well.
        self.score = names.parts.flags[place] & NameSegment.former == 0 ? score : score - 0.02
        length = names.unitRange(place).count
        subject = names.parts.subjects[place]
    }

    /// The better first; of equals the shorter name, then the organisation known longer.
    func precedes(_ other: Found) -> Bool {
        if score != other.score { return score > other.score }
        return length != other.length ? length < other.length : subject < other.subject
    }
}

/// The best that a search has found so far, each organisation once, no more than can be shown.
struct Podium {
    let capacity: Int
    private(set) var ranked: [Found] = []
    /// Whether something was left out for want of room.
    private(set) var isFull = false

    init(capacity: Int) {
        self.capacity = capacity
        ranked.reserveCapacity(capacity + 1)
    }

    /// The best score so far; 0 where there is none.
    var best: Float { ranked.first?.score ?? 0 }

    /// Takes a name in where it is among the best; of one organisation's names the best stays.
    mutating func offer(_ found: Found) {
        if ranked.count == capacity, let last = ranked.last, !found.precedes(last) {
            isFull = isFull || !ranked.contains { $0.subject == found.subject }
            return
        }
        if let known = ranked.firstIndex(where: { $0.subject == found.subject }) {
            guard found.precedes(ranked[known]) else { return }
            ranked.remove(at: known)
        }
        var place = ranked.count
        while place > 0, found.precedes(ranked[place - 1]) { place -= 1 }
        ranked.insert(found, at: place)
        if ranked.count > capacity {
            ranked.removeLast()
            isFull = true
        }
    }
}
