public import CreditStore

/// What officers of one department decided on pairs, so that nobody is asked twice.
///
/// Names are remembered as they fold: a decision on one spelling holds for the others.
public struct MatchMemory: Sendable {
    private var decided: [[UInt16]: [String: DecidedPair]] = [:]

    /// Nothing is remembered.
    public init() {}

    /// Everything that a store remembers of a department.
    ///
    /// - Complexity: one indexed range of as many rows as it has decisions.
    public init(of source: String, in memory: any PairMemory) async throws {
        var last: Int64 = 0
        while true {
            let pairs = try await memory.decidedPairs(of: source, after: last, limit: 5000)
            for pair in pairs { remember(pair) }
            guard let end = pairs.last, pairs.count == 5000 else { return }
            last = end.sequence
        }
    }

    /// Takes in a decision; the latest on a pair holds.
    public mutating func remember(_ pair: DecidedPair) {
        let name = NameFolding.fold(pair.decision.name)
        if let known = decided[name]?[pair.decision.code], known.sequence > pair.sequence { return }
        decided[name, default: [:]][pair.decision.code] = pair
    }

    /// Whether a decision on one spelling holds for the other.
    @Sendable public static func isOneName(_ one: String, _ other: String) -> Bool {
        NameFolding.fold(one) == NameFolding.fold(other)
    }

    /// The decisions on a name, by the organisation's code.
    func decisions(on name: [UInt16]) -> [String: DecidedPair] { decided[name] ?? [:] }
}
