/// All names in memory, ready to be searched; a value that never changes, so that many may search while a new one is made.
public struct NameIndex: Sendable {
    /// A segment, and which of its names hold no more.
    struct Segment: Sendable {
        let names: NameSegment
        /// A bit for each name that a newer segment replaces; empty where there is none.
        var dead: [UInt64] = []

        /// Whether a name may be found on a day.
        func isAlive(_ place: Int, today: Int32) -> Bool {
            if !dead.isEmpty, dead[place >> 6] >> UInt64(place & 63) & 1 == 1 { return false }
            return names.parts.until[place] >= today
        }
    }

    private(set) var segments: [Segment] = []
    /// How many names are alive.
    public private(set) var count = 0
    /// The size of the ledger that it was made from; `nil` for a list of its own.
    var ledgerSize: Int64?

    /// An index without names.
    public init() {}

    init(_ segments: [Segment]) {
        self.segments = segments
        count = segments.reduce(0) { sum, segment in
            sum + segment.names.count - segment.dead.reduce(0) { $0 + $1.nonzeroBitCount }
        }
    }

    /// The bytes that its arrays take.
    public var byteCount: Int { segments.reduce(0) { $0 + $1.names.byteCount + $1.dead.count * 8 } }

    /// How many names have a pair.
    func frequency(_ key: UInt32) -> Int {
        segments.reduce(0) { sum, segment in
            sum + (segment.names.slot(of: key).map { segment.names.frequency($0) } ?? 0)
        }
    }

    /// What a key weighs that so many names have: the rarer the more, up to a bound, so that a slip of the finger does not
    /// outweigh all that is right.
    func weight(_ frequency: Int) -> Float {
        let all = Float(max(count, 1))
        let ratio = 1 + all / (Float(frequency) + all / 2000 + 1)
        // The logarithm to base two, a straight line between powers: near enough to weigh by.
        return Float(ratio.exponent) + ratio.significand - 1
    }
}
