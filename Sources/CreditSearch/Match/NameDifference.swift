/// In what two names that are not spelled alike differ, part by part.
struct NameDifference {
    private var band = MatchBand.same
    private var reasons: MatchReasons = []
    private var softenings = 0

    init(_ one: NameFacts, _ other: NameFacts) {
        compareBranches(one, other)
        compareBrands(one, other)
        comparePlaces(one, other)
        compareTrades(one, other)
        compareForms(one, other)
        if one.parts.ownCharacters != other.parts.ownCharacters { note(.ask, .ownCharacter) }
        // One thing left out or said otherwise leaves the name itself; two leave room for another.
        if softenings > 1 { band = min(band, .ask) }
    }

    var judgement: MatchJudgement { MatchJudgement(band, reasons) }

    private mutating func note(_ band: MatchBand, _ reason: MatchReason) {
        self.band = min(self.band, band)
        reasons.insert(MatchReasons(reason))
        if band == .same { softenings += 1 }
    }

    private mutating func compareBranches(_ one: NameFacts, _ other: NameFacts) {
        let (left, right) = (one.parts.branch, other.parts.branch)
        if left.isEmpty != right.isEmpty { return note(.different, .branchAndParent) }
        guard one.branch != other.branch || left.count != right.count else { return }
        // 分公司 beside 第一分公司: which is meant is not said.
        let shorter = left.count < right.count ? (one, other) : (other, one)
        let isPart = shorter.1.units(shorter.1.parts.branch).hasSuffix(shorter.0.units(shorter.0.parts.branch))
        note(isPart ? .ask : .different, isPart ? .branchUnclear : .otherBranch)
    }

    private mutating func compareBrands(_ one: NameFacts, _ other: NameFacts) {
        let (left, right) = (one.units(one.parts.brand), other.units(other.parts.brand))
        if left.isEmpty, right.isEmpty { return note(.ask, .noBrand) }
        if one.brand == other.brand, left.elementsEqual(right) { return }
        if isOneCharacter(left, right) { return note(.ask, .brandCharacter) }
        let isLonger =
            left.starts(with: right) || right.starts(with: left) || left.hasSuffix(right) || right.hasSuffix(left)
        // A brand with a trade that is in no list behind it looks like a longer brand: never the same.
        note(isLonger && !left.isEmpty && !right.isEmpty ? .ask : .different, isLonger ? .brandLonger : .otherBrand)
    }

    private mutating func comparePlaces(_ one: NameFacts, _ other: NameFacts) {
        switch one.parts.placeKey.relation(to: other.parts.placeKey) {
        case .none: return
        case .same:
            if one.parts.isPlaceInside != other.parts.isPlaceInside {
                note(.ask, .placeMoved)
            } else if one.placeSpelling != other.placeSpelling {
                note(.same, .shortPlace)
            }
        case .missing: note(.ask, .placeMissing)
        case .unclear: note(.ask, .placeUnclear)
        case .other: note(.different, .otherPlace)
        }
    }

    private mutating func compareTrades(_ one: NameFacts, _ other: NameFacts) {
        let (left, right) = (one.units(one.parts.trade), other.units(other.parts.trade))
        if left.isEmpty, right.isEmpty { return }
        if left.isEmpty || right.isEmpty { return note(.ask, .tradeMissing) }
        if one.trade == other.trade, left.elementsEqual(right) { return }
        let (groups, against) = (one.parts.tradeGroups, other.parts.tradeGroups)
        // 发展 beside 商贸 says nothing of the trade.
        let isAlike = groups == 0 || against == 0 || NameDifference.shareGroup(groups, against)
        note(isAlike ? .ask : .different, isAlike ? .tradeAlike : .otherTrade)
    }

    private mutating func compareForms(_ one: NameFacts, _ other: NameFacts) {
        let (left, right) = (one.parts.formGroup, other.parts.formGroup)
        if left == right {
            // 有限公司 and 有限责任公司 are one; 经营部 and 经销部 may stand side by side.
            if one.form != other.form { note(one.parts.isFormEnding ? .same : .ask, .equivalentForm) }
            return
        }
        guard left == 0 || right == 0 else { return note(.ask, .otherForm) }
        // 商贸 may be short for a company, hardly for a 中心; and what is left has to say enough.
        let isCompany = one.parts.isFormEnding || other.parts.isFormEnding
        let saysEnough = isCompany && !one.parts.placeKey.isNone && one.parts.brand.count + one.parts.trade.count >= 4
        note(saysEnough ? .same : .ask, .formMissing)
    }

    /// One character put in, left out, or in place of another; two next to each other that changed places.
    private func isOneCharacter(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
        guard abs(left.count - right.count) <= 1, min(left.count, right.count) > 1 else { return false }
        var front = 0
        let least = min(left.count, right.count)
        while front < least, left[left.startIndex + front] == right[right.startIndex + front] { front += 1 }
        var back = 0
        while back < least - front, left[left.endIndex - 1 - back] == right[right.endIndex - 1 - back] { back += 1 }
        let (leftRest, rightRest) = (left.count - front - back, right.count - front - back)
        if leftRest <= 1, rightRest <= 1 { return true }
        return leftRest == 2 && rightRest == 2
            && left[left.startIndex + front] == right[right.startIndex + front + 1]
            && left[left.startIndex + front + 1] == right[right.startIndex + front]
    }

    /// Whether two names have a trade in common, or two words for one.
    static func shareGroup(_ left: UInt64, _ right: UInt64) -> Bool {
        var rest = left
        while rest != 0 {
            let group = rest & 0xFFFF
            var against = right
            while against != 0 {
                if against & 0xFFFF == group { return true }
                against >>= 16
            }
            rest >>= 16
        }
        return false
    }
}

extension NameFacts {
    /// The units of a part.
    func units(_ part: Range<Int>) -> ArraySlice<UInt16> { parts.units[part] }
}

extension ArraySlice<UInt16> {
    /// Whether these units end with others.
    fileprivate func hasSuffix(_ other: ArraySlice<UInt16>) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }
}
