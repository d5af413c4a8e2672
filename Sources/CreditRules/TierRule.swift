public import CreditCatalogue
public import CreditModel

extension PublicationRule {
    /// The tiers that a penalty may fall into: one where the rule is plain, a range where a threshold is not settled, `nil`
    /// where a kind is not in the rule.
    ///
    /// Several kinds together are as grave as the gravest. A fine alone moves with its amount, as far as thresholds are settled.
    public func tiers(forPenalty kinds: [String], fine: Amount?) -> TierRange? {
        guard !kinds.isEmpty else { return nil }
        var low = Tier.minor
        var high = Tier.minor
        for kind in kinds {
            guard let range = fines.contains(kind) ? fineTiers(kind, fine) : tiers(ofKind: kind) else { return nil }
            low = max(low, range.low)
            high = max(high, range.high)
        }
        return TierRange(low: low, high: high)
    }

    /// The tier by which a record is published: the plain one, else the mildest where that is shown anyway, since the earlier
    /// end wins; `nil` where even whether it is shown is open (limit 10).
    public func settled(_ range: TierRange) -> Tier? {
        if range.low == range.high { return range.low }
        return periods[range.low]?.isShown == true ? range.low : nil
    }

    private func tiers(ofKind kind: String) -> TierRange? {
        penaltyKinds[kind] ?? penaltyKinds.first { kind.hasPrefix($0.key) }?.value
    }

    private func fineTiers(_ kind: String, _ fine: Amount?) -> TierRange? {
        guard let range = tiers(ofKind: kind), range.low != range.high else { return tiers(ofKind: kind) }
        guard let fine else { return range }
        var low = range.low
        var high = range.high
        if let small = smallFineBelow {
            if fine < small { high = min(high, .minor) } else { low = max(low, .general) }
        }
        if let huge = hugeFineFrom {
            if fine < huge { high = min(high, .general) } else { low = max(low, .serious) }
        }
        return low <= high ? TierRange(low: low, high: high) : nil
    }
}
