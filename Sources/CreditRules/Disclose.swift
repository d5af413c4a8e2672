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
    guard isGradeShown(facts.record, item, catalogue) else { return (nil, nil, .declaredNotPublic) }
    switch item.publication {
    case .standing: return (Validity(from: facts.receivedOn, until: nil), nil, .standing)
    case .validity: return (Validity(from: facts.receivedOn, until: facts.record.validUntil), nil, .validity)
    case .restricted: return (nil, nil, .restricted)
    case .declared: return declared(facts, item, catalogue)
    case .penaltyTier, .listEntry, .itemTier: return tiered(facts, item, catalogue)
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

private func declared(
    _ facts: RecordFacts,
    _ item: Item,
    _ catalogue: Catalogue
) -> (Validity?, Tier?, Disclosure.Ground) {
    let word = item.roles.openness.flatMap { facts.record.fields.text($0) } ?? ""
    let isOpen = catalogue.codeList(of: item.roles.openness, in: item)?.means(.open, word) ?? false
    guard isOpen else { return (nil, nil, .declaredNotPublic) }
    return (Validity(from: facts.receivedOn, until: nil), nil, .declaredPublic)
}

private func tiered(_ facts: RecordFacts, _ item: Item, _ catalogue: Catalogue) -> (Validity?, Tier?, Disclosure.Ground)
{
    guard let rule = catalogue.publicationRule(on: facts.record.decidedOn) else { return (nil, nil, .noRule) }
    let own = tier(of: facts.record, item: item, catalogue: catalogue)
    guard let tier = facts.decidedTier ?? own.tier else { return (nil, nil, own.ground) }
    guard let period = rule.periods[tier], period.isShown else { return (nil, tier, .minor) }
    // The earliest of the rule's maximum, the sector's, the department's own day and the end of the listing wins (limit 10).
    let months = min(period.maximumMonths, item.atMostMonths ?? period.maximumMonths)
    let last = facts.record.decidedOn.adding(months: months)
    let earlier = [item.roles.shownUntil, item.roles.endedOn].compactMap { $0.flatMap { facts.record.fields.day($0) } }
    return (Validity(from: facts.receivedOn, until: earlier.reduce(last) { min($0, $1) }), tier, .tier)
}
