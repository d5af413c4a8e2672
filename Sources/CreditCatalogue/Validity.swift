public import CreditModel

/// Days from one to another, both inclusive; an open end is `nil`.
public struct Validity: Hashable, Sendable {
    /// The first day, or `nil` for "since always".
    public let from: Day?
    /// The last day, or `nil` for "until further notice".
    public let until: Day?

    /// A validity from its ends.
    public init(from: Day?, until: Day?) {
        self.from = from
        self.until = until
    }

    /// Whether a day falls into it.
    public func contains(_ day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
