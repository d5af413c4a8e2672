import CreditModel
import CreditStore

extension OrganisationMatcher {
    /// How many bearers of a brand are looked through for siblings.
    static let bearersRead = 200

    /// The same by name alone, while another with the same brand stands beside it, or may: a person decides.
    func askWhereSiblingsStand(
        _ candidates: inout [MatchCandidate],
        _ facts: NameFacts,
        _ decisions: [String: DecidedPair],
        _ today: Day
    ) async throws {
        let byName = candidates.indices.filter { OrganisationMatcher.isSameByNameAlone(candidates[$0].judgement) }
        guard !byName.isEmpty else { return }
        var near = Set(candidates.filter { NameComparison.areSiblings(facts, $0.facts) }.map(\.key))
        let bearers = try await bearers(of: facts, today)
        near.formUnion(bearers.siblings)
        near = near.filter { decisions[$0]?.decision.verdict != .different }
        for place in byName {
            let hasSibling = near.contains { $0 != candidates[place].key }
            guard hasSibling || bearers.isCut else { continue }
            candidates[place].judgement.band = .ask
            candidates[place].judgement.reasons.insert(MatchReasons(hasSibling ? .sibling : .brandCommon))
        }
    }

    private static func isSameByNameAlone(_ judgement: MatchJudgement) -> Bool {
        judgement.band == .same && judgement.reasons.isDisjoint(with: [.sameCode, MatchReasons(.decided)])
    }

    /// The keys of those that a search for the brand alone finds near a name, and whether it could not name all of them.
    ///
    /// A brand of one character cannot be searched for, and is with its trade. A name without a brand has no siblings but those
    /// that are equal, which the search for the name has found.
    private func bearers(of facts: NameFacts, _ today: Day) async throws -> (siblings: [String], isCut: Bool) {
        let parts = facts.parts
        guard !parts.brand.isEmpty else { return ([], false) }
        let end = parts.brand.count >= 2 ? parts.brand.upperBound : max(parts.brand.upperBound, parts.trade.upperBound)
        let outcome = try await search.find(
            parts.text(parts.brand.lowerBound..<end),
            limit: OrganisationMatcher.bearersRead,
            today: today
        )
        let siblings = outcome.hits.filter { NameComparison.areSiblings(facts, NameFacts($0.name, by: parser)) }
        return (siblings.map(\.key), ![.complete, .nothingFound].contains(outcome.note))
    }
}
