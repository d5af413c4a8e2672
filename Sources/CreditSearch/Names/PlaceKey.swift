/// Which place a name speaks of, as far as it says: province, prefecture-level place, and what lies below.
public struct PlaceKey: Sendable, Hashable {
    /// The province's number in the catalogue from 1; 0 where the name does not say.
    public var province: UInt16 = 0
    /// The number of the prefecture-level place; 0 where the name does not say.
    public var city: UInt16 = 0
    /// A hash of the spelling of the county or town; 0 where the name does not say.
    public var local: UInt64 = 0
    /// Whether the spelling stands for two places, such as a province and a city in it.
    public var isUnclear = false

    /// No place.
    public init() {}

    /// Whether nothing is said.
    public var isNone: Bool { province == 0 && city == 0 && local == 0 && !isUnclear }

    /// How two places stand to one another.
    public enum Relation: Sendable {
        /// Neither name says a place.
        case none
        /// Both say the same.
        case same
        /// One says a place, the other none.
        case missing
        /// One may lie in the other, or nobody can tell.
        case unclear
        /// They are two places.
        case other
    }

    /// How this place stands to another; the same asked the other way round.
    public func relation(to other: PlaceKey) -> Relation {
        if isNone { return other.isNone ? .none : .missing }
        if other.isNone { return .missing }
        if self == other { return .same }
        if isUnclear || other.isUnclear { return .unclear }
        if province != 0, other.province != 0, province != other.province { return .other }
        if city != 0, other.city != 0, city != other.city { return .other }
        return local != 0 && other.local != 0 && local != other.local ? .other : .unclear
    }
}
