/// Compares two names that were made ready: pure, symmetric, and without allocating.
///
/// ```swift
/// let one = NameFacts("松溪市鑫源商贸有限公司", by: parser)
/// let other = NameFacts("松溪市鑫源商貿有限責任公司", by: parser)
/// NameComparison.judge(one, other).band  // same
/// ```
///
/// Codes decide first; where they are equal and the names clearly another's, a person is asked which is wrong. By name alone, two are the same only where place, brand, trade and branch all are; one difference that
/// leaves room for another organisation is a question for a person, and a difference of place, brand, trade or branch that
/// leaves none makes them two. "A name never merges" (decision 4): who stores anything on a `same` needs a code.
public enum NameComparison {
    /// The band of two names and why.
    ///
    /// - Complexity: a few comparisons of numbers; where brands differ, one pass over both.
    public static func judge(_ one: NameFacts, _ other: NameFacts) -> MatchJudgement {
        if let code = one.code, let second = other.code {
            return code == second ? underOneCode(one, other) : MatchJudgement(.different, [.otherCode])
        }
        if let number = one.number, number == other.number { return underOneCode(one, other) }
        var judgement = byName(one, other)
        if one.number != nil, other.number != nil { judgement = judgement.asked(.otherNumber) }
        if one.isCodeInvalid || other.isCodeInvalid {
            // A code that does not hold may be another's, miswritten.
            judgement = judgement.asked(.codeInvalid)
        }
        return judgement
    }

    /// Two of one code or registration number: the same, but for names that have nothing in common.
    static func underOneCode(_ one: NameFacts, _ other: NameFacts) -> MatchJudgement {
        if areEqual(one, other) { return MatchJudgement(.same, [.sameCode, .sameName]) }
        let judgement = byName(one, other)
        guard judgement.band == .different else { return MatchJudgement(.same, .sameCode) }
        return MatchJudgement(.ask, judgement.reasons.union([.sameCode, .nameAgainstCode]))
    }

    static func byName(_ one: NameFacts, _ other: NameFacts) -> MatchJudgement {
        var judgement = areEqual(one, other) ? alike(one, other) : NameDifference(one, other).judgement
        if judgement.band != .same, bearsFormer(one, other) || bearsFormer(other, one) {
            judgement = MatchJudgement(.ask, judgement.reasons.union(.formerName))
        }
        if judgement.band == .same, contradicts(one, other) || contradicts(other, one) {
            judgement = MatchJudgement(.ask, judgement.reasons.union(.placeColumn))
        }
        return judgement
    }

    /// Names of the same folded units.
    private static func alike(_ one: NameFacts, _ other: NameFacts) -> MatchJudgement {
        if one.parts.ownCharacters != other.parts.ownCharacters { return MatchJudgement(.ask, .ownCharacter) }
        let isSpelling = one.parts.isRespelled || other.parts.isRespelled
        return MatchJudgement(.same, isSpelling ? [.sameName, .spelling] : .sameName)
    }

    static func areEqual(_ one: NameFacts, _ other: NameFacts) -> Bool {
        one.whole == other.whole && one.parts.units == other.parts.units
    }

    /// Whether another organisation stands so near that a name alone cannot tell them apart: the same brand in the same trade, or
    /// in none that is said, in whatever place, form or branch.
    static func areSiblings(_ one: NameFacts, _ other: NameFacts) -> Bool {
        if areEqual(one, other) { return true }
        guard !one.parts.brand.isEmpty, one.brand == other.brand else { return false }
        if one.parts.trade.isEmpty || other.parts.trade.isEmpty || one.trade == other.trade { return true }
        let (groups, against) = (one.parts.tradeGroups, other.parts.tradeGroups)
        return groups == 0 || against == 0 || NameDifference.shareGroup(groups, against)
    }

    private static func bearsFormer(_ one: NameFacts, _ other: NameFacts) -> Bool {
        !one.formerNames.isEmpty && one.formerNames.contains(other.whole)
    }

    /// Whether the place given beside one name is another than the other name says.
    private static func contradicts(_ one: NameFacts, _ other: NameFacts) -> Bool {
        let said = other.parts.placeKey.isNone ? other.placeColumn : other.parts.placeKey
        return one.placeColumn.relation(to: said) == .other
    }
}

extension MatchJudgement {
    /// Never the same, for one reason more.
    func asked(_ reason: MatchReasons) -> MatchJudgement { MatchJudgement(min(band, .ask), reasons.union(reason)) }
}

extension MatchReasons {
    static let otherNumber = MatchReasons(.otherNumber)
    static let otherCode = MatchReasons(.otherCode)
    static let codeInvalid = MatchReasons(.codeInvalid)
    static let nameAgainstCode = MatchReasons(.nameAgainstCode)
    static let sameCode = MatchReasons(.sameCode)
    static let sameName = MatchReasons(.sameName)
    static let spelling = MatchReasons(.spelling)
    static let formerName = MatchReasons(.formerName)
    static let ownCharacter = MatchReasons(.ownCharacter)
    static let otherBrand = MatchReasons(.otherBrand)
    static let placeColumn = MatchReasons(.placeColumn)
}
