public import CreditModel

/// How two names stand to one another; what is in between is for a person to say (limit 6).
public enum MatchBand: String, Sendable, CaseIterable, Comparable {
    /// Another organisation.
    case different
    /// Nobody can tell from this: ask.
    case ask
    /// The same organisation.
    case same

    /// The word for people.
    public var words: Bilingual {
        switch self {
        case .same: Bilingual(zh: "同一家", en: "the same")
        case .ask: Bilingual(zh: "待人核实", en: "to be asked")
        case .different: Bilingual(zh: "不是同一家", en: "different")
        }
    }

    /// Different comes before ask, ask before same.
    public static func < (left: MatchBand, right: MatchBand) -> Bool { left.order < right.order }

    private var order: Int { self == .different ? 0 : self == .ask ? 1 : 2 }
}

/// What a comparison says: a band and why.
public struct MatchJudgement: Sendable, Hashable {
    /// The band.
    public var band: MatchBand
    /// Everything that led to it.
    public var reasons: MatchReasons

    /// A judgement from its parts.
    public init(_ band: MatchBand, _ reasons: MatchReasons) {
        self.band = band
        self.reasons = reasons
    }
}

/// A set of reasons in one word of memory, so that comparing allocates nothing.
public struct MatchReasons: OptionSet, Sendable, Hashable {
    /// One bit a reason.
    public let rawValue: UInt32

    /// A set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The set of one reason.
    public init(_ reason: MatchReason) { rawValue = 1 << UInt32(reason.rawValue) }

    /// The reasons in the order in which they are declared.
    public var list: [MatchReason] { MatchReason.allCases.filter { contains(MatchReasons($0)) } }

    static func | (left: MatchReasons, right: MatchReason) -> MatchReasons { left.union(MatchReasons(right)) }
}
