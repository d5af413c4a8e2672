public import CreditCatalogue
public import CreditModel

/// Judges whether and until when a record may be shown; the only place where that is decided (decision 1).
///
/// `on` chooses the facts of a day; what may be shown is judged for `today` (limits 9 and 10). For an unknown item, a missing
/// rule or an undetermined tier the answer is "not shown".
public func disclose(
    _ facts: RecordFacts,
    on day: Day,
    today: Day,
    viewer: Viewer,
    catalogue: Catalogue
) -> Disclosure {
    let judged = publication(of: facts, catalogue: catalogue)
    guard let window = judged.window else {
        return Disclosure(window: nil, isShown: false, hasEnded: false, tier: judged.tier, ground: judged.ground)
    }
    let existed = facts.record.decidedOn <= day
    return Disclosure(
        window: window,
        isShown: existed && window.contains(today),
        hasEnded: lastDay(of: facts, catalogue).map { $0 < day } ?? false,
        tier: judged.tier,
        ground: judged.ground
    )
}

/// The days on which a visitor may see a record, with tier and ground; it depends on no day, so lists may keep it in columns.
public func publication(
    of facts: RecordFacts,
    catalogue: Catalogue
) -> (window: Validity?, tier: Tier?, ground: Disclosure.Ground) {
    guard facts.standing == .current else { return (nil, nil, .withdrawn) }
    guard let item = catalogue.item(facts.record.item) else { return (nil, nil, .restricted) }
    guard item.publication != .restricted else { return (nil, nil, .restricted) }
    guard isGradeShown(facts.record, item, catalogue) else { return (nil, nil, .gradeNotShown) }
    guard isDeclaredOpen(facts.record, item, catalogue) else { return (nil, nil, .declaredNotPublic) }
    if speaksAgainst(facts.record, item, catalogue) { return tieredByValue(facts, item, catalogue) }
    switch item.publication {
    case .standing: return (shown(facts, until: [atMost(facts, item)]), nil, .standing)
    case .validity: return (shown(facts, until: [facts.record.validUntil, atMost(facts, item)]), nil, .validity)
    case .declared: return (shown(facts, until: declaredEnds(facts, item)), nil, .declaredPublic)
    case .penaltyTier, .listEntry, .itemTier: return tiered(facts, item, catalogue)
    case .restricted: return (nil, nil, .restricted)
    }
}

/// The tier of an adverse record, and whether it cannot be determined.
public func tier(of record: CreditRecord, item: Item, catalogue: Catalogue) -> (tier: Tier?, ground: Disclosure.Ground)
{
    guard let rule = catalogue.publicationRule(on: record.decidedOn) else { return (nil, .noRule) }
    let range: PublicationRule.TierRange? =
        if item.publication != .penaltyTier {
            rule.items[item.id]
        } else {
            rule.tiers(
                forPenalty: item.roles.penaltyKinds.map { record.fields.choices($0) } ?? [],
                fine: item.roles.fine.flatMap { record.fields.amount($0) }
            )
        }
    guard let range, let tier = rule.settled(range) else { return (nil, .undetermined) }
    return (tier, rule.periods[tier]?.isShown == true ? .tier : .minor)
}

/// Whether the public may see the record's grade; one that the edition of its day does not know is not shown (limit 10).
private func isGradeShown(_ record: CreditRecord, _ item: Item, _ catalogue: Catalogue) -> Bool {
    guard let id = item.scheme else { return true }
    guard let code = item.roles.grade.flatMap({ record.fields.text($0) }),
        let edition = catalogue.scheme(id)?.edition(on: record.decidedOn)
    else { return false }
    return edition.grade(code)?.isShown ?? false
}

/// The day on which the fact itself ended, whatever may be shown of it.
private func lastDay(of facts: RecordFacts, _ catalogue: Catalogue) -> Day? {
    let item = catalogue.item(facts.record.item)
    let ended = item?.roles.endedOn.flatMap { facts.record.fields.day($0) }
    guard let ended, let until = facts.record.validUntil else { return ended ?? facts.record.validUntil }
    return min(ended, until)
}

private func isDeclaredOpen(_ record: CreditRecord, _ item: Item, _ catalogue: Catalogue) -> Bool {
    guard item.publication == .declared else { return true }
    let word = item.roles.openness.flatMap { record.fields.text($0) } ?? ""
    return catalogue.codeList(of: item.roles.openness, in: item)?.means(.open, word) ?? false
}

/// Whether a record of an item that is not adverse holds a value that is (limit 5).
private func speaksAgainst(_ record: CreditRecord, _ item: Item, _ catalogue: Catalogue) -> Bool {
    catalogue.adverseValues(of: item)?.areFound(in: record.fields, on: record.decidedOn) ?? false
}

/// From the day it was received until the earliest of the days there are.
private func shown(_ facts: RecordFacts, until ends: [Day?]) -> Validity {
    Validity(from: facts.receivedOn, until: ends.compactMap(\.self).min())
}

/// The sector's own longest time.
private func atMost(_ facts: RecordFacts, _ item: Item) -> Day? {
    item.atMostMonths.map { facts.record.decidedOn.adding(months: $0) }
}

/// The department's own last day shown, and the day on which the matter ended.
private func ownEnds(_ facts: RecordFacts, _ item: Item) -> [Day?] {
    [item.roles.shownUntil, item.roles.endedOn].map { $0.flatMap { facts.record.fields.day($0) } }
}

private func declaredEnds(_ facts: RecordFacts, _ item: Item) -> [Day?] {
    let own = item.polarity == .adverse ? ownEnds(facts, item) : []
    return [facts.record.validUntil, atMost(facts, item)] + own
}

private func tieredByValue(
    _ facts: RecordFacts,
    _ item: Item,
    _ catalogue: Catalogue
) -> (Validity?, Tier?, Disclosure.Ground) {
    if let rule = catalogue.publicationRule(on: facts.record.decidedOn), rule.items[item.id] == nil {
        return (nil, nil, .adverseWithoutTier)
    }
    let judged = tiered(facts, item, catalogue)
    guard let window = judged.0 else { return judged }
    return (shown(facts, until: [window.until, facts.record.validUntil]), judged.1, judged.2)
}

private func tiered(_ facts: RecordFacts, _ item: Item, _ catalogue: Catalogue) -> (Validity?, Tier?, Disclosure.Ground)
{
    guard let rule = catalogue.publicationRule(on: facts.record.decidedOn) else { return (nil, nil, .noRule) }
    let own = tier(of: facts.record, item: item, catalogue: catalogue)
    guard let tier = facts.decidedTier ?? own.tier else { return (nil, nil, own.ground) }
    guard let period = rule.periods[tier], period.isShown else { return (nil, tier, .minor) }
    // The earliest of the rule's maximum, the sector's, the department's own day and the end of the listing wins (limit 10).
    let last = facts.record.decidedOn.adding(months: period.maximumMonths)
    return (shown(facts, until: [last, atMost(facts, item)] + ownEnds(facts, item)), tier, .tier)
}
