public import CreditModel

/// How grave an adverse record is for publication; each has its own longest period.
public enum Tier: String, Sendable, CaseIterable, Comparable {
    /// 轻微.
    case minor
    /// 一般.
    case general
    /// 严重.
    case serious

    /// The milder come first.
    public static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .minor: 0
        case .general: 1
        case .serious: 2
        }
    }
}

/// A dated instrument on the publication of adverse records: 令58号 until 2026-03-31, 令36号 from 2026-04-01.
public struct PublicationRule: Sendable, Hashable {
    /// Its id: `ndrc-58-2023`.
    public let id: String
    /// Its title.
    public let title: Bilingual
    /// Decisions of these days fall under it.
    public let validity: Validity
    /// What each tier means for publication.
    public let periods: [Tier: Period]
    /// The tier of each kind of penalty, by the code list's words.
    public let penaltyKinds: [String: TierRange]
    /// The kinds of penalty that are fines.
    public let fines: Set<String>
    /// The tier of list entries, by item id.
    public let items: [String: TierRange]
    /// Fines below this are minor, from it on general; `nil` while nobody has settled it.
    public let smallFineBelow: Amount?
    /// Fines from this on are serious; `nil` while nobody has settled it.
    public let hugeFineFrom: Amount?
    /// What the catalogue says where a threshold is not settled.
    public let pending: Bilingual?

    /// The tiers that a kind may fall into; one where it is plain.
    public struct TierRange: Sendable, Hashable {
        /// The mildest it can be.
        public let low: Tier
        /// The gravest it can be.
        public let high: Tier

        /// A range from its ends.
        public init(low: Tier, high: Tier) {
            self.low = low
            self.high = high
        }
    }

    /// How long a tier is shown.
    public struct Period: Sendable, Hashable {
        /// Whether it is shown at all.
        public let isShown: Bool
        /// The months before which it cannot be repaired.
        public let minimumMonths: Int
        /// The months after which it ends by itself, from the decision's day.
        public let maximumMonths: Int

        /// A period from its parts.
        public init(isShown: Bool, minimumMonths: Int, maximumMonths: Int) {
            self.isShown = isShown
            self.minimumMonths = minimumMonths
            self.maximumMonths = maximumMonths
        }
    }

    /// A rule from its parts.
    public init(
        id: String,
        title: Bilingual,
        validity: Validity,
        periods: [Tier: Period],
        penaltyKinds: [String: TierRange],
        fines: Set<String>,
        items: [String: TierRange],
        smallFineBelow: Amount?,
        hugeFineFrom: Amount?,
        pending: Bilingual?
    ) {
        self.id = id
        self.title = title
        self.validity = validity
        self.periods = periods
        self.penaltyKinds = penaltyKinds
        self.fines = fines
        self.items = items
        self.smallFineBelow = smallFineBelow
        self.hugeFineFrom = hugeFineFrom
        self.pending = pending
    }
}
