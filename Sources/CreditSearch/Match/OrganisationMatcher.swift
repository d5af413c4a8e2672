public import CreditModel
public import CreditStore

/// Looks names up on the register and says of each organisation that comes into question whether it is the same.
///
/// It advises (limit 6) and merges nothing (decision 4). Where an organisation with the same brand stands beside the one found,
/// a name alone is never enough. A sole trader comes into question by its code or its exact trade name alone (limit 1).
/// An organisation of which nothing is shown does not exist here, whoever decided what on it, nor does a name that was
/// withdrawn (limits 7 and 10).
public struct OrganisationMatcher: Sendable {
    let search: NameSearch
    private let store: any SubjectDirectory & NameFeed
    let parser: NameParser
    private let memory: MatchMemory

    /// How many organisations are named in an answer.
    public static let limit = 10

    /// A matcher over a store's names.
    public init(
        search: NameSearch,
        store: any SubjectDirectory & NameFeed,
        parser: NameParser,
        memory: MatchMemory = MatchMemory()
    ) {
        self.search = search
        self.store = store
        self.parser = parser
        self.memory = memory
    }

    /// What the register says to a row on a day.
    ///
    /// - Complexity: up to four searches, and two indexed look-ups for each organisation found; one search more where a name alone
    ///   says that it is the same.
    public func match(_ row: MatchRow, today: Day) async throws -> MatchOutcome {
        let facts = NameFacts(row.name, code: row.code, place: row.place, formerNames: row.formerNames, by: parser)
        let decisions = memory.decisions(on: facts.parts.units)
        let byNumber = try await subject(ofNumber: row.code, today)
        var candidates: [MatchCandidate] = []
        for key in try await keys(facts, row, byNumber, decisions.keys.sorted(), today) {
            guard let subject = try await shown(key, today) else { continue }
            let isByNumber = subject.id == byNumber?.id
            let isPointedAt = isByNumber || decisions[key] != nil
            guard isPointedAt || OrganisationMatcher.mayBeFound(subject, as: row.name) else { continue }
            var candidate = candidate(subject, facts, isByNumber: isByNumber)
            if !isByNumber, facts.code == nil, facts.number != nil || byNumber != nil {
                // A registration number that is not its own is no wrong code.
                candidate.judgement.reasons.subtract(.codeInvalid)
                candidate.judgement = candidate.judgement.asked(.otherNumber)
            }
            // Without a name of today it was found by a former one, or not at all.
            guard isPointedAt || subject.name != nil || candidate.judgement.band != .different else { continue }
            candidates.append(candidate)
        }
        decide(&candidates, decisions)
        try await askWhereSiblingsStand(&candidates, facts, decisions, today)
        let best = OrganisationMatcher.bestFirst(candidates).prefix(OrganisationMatcher.limit)
        return MatchOutcome(band: best.first?.judgement.band ?? .different, candidates: Array(best))
    }

    /// Those that come into question: by band, then by how little speaks against it, then as the search found them.
    private static func bestFirst(_ candidates: [MatchCandidate]) -> [MatchCandidate] {
        candidates.filter { $0.judgement.band != .different || !$0.judgement.reasons.contains(.otherBrand) }
            .enumerated()
            .sorted { one, other in
                let (left, right) = (one.element.judgement, other.element.judgement)
                if left.band != right.band { return left.band > right.band }
                return (left.reasons.rawValue.nonzeroBitCount, one.offset) < (
                    right.reasons.rawValue.nonzeroBitCount, other.offset
                )
            }
            .map(\.element)
    }

    /// The organisation of a code or registration number that was given.
    private func subject(ofNumber number: String?, _ today: Day) async throws -> ShownSubject? {
        guard let number else { return nil }
        let narrow = NameFolding.narrow(number)
        return narrow.utf8.count >= 13 ? try await shown(narrow, today) : nil
    }

    /// An organisation with the names that may be shown on a day; `nil` where nothing of it is.
    private func shown(_ key: String, _ today: Day) async throws -> ShownSubject? {
        guard let subject = try await store.subject(key: key),
            let named = try await store.namedSubjects(after: subject.id - 1, limit: 1, today: today).first,
            named.id == subject.id, let until = named.shownUntil, until >= today
        else { return nil }
        return ShownSubject(subject, named)
    }

    /// Limit 1: a sole trader by its exact trade name alone.
    private static func mayBeFound(_ subject: ShownSubject, as name: String) -> Bool {
        subject.kind != .soleTrader || subject.name.map { NameFolding.narrow($0) } == NameFolding.narrow(name)
    }

    /// The keys of all organisations that come into question, each once.
    private func keys(
        _ facts: NameFacts,
        _ row: MatchRow,
        _ byNumber: ShownSubject?,
        _ decided: [String],
        _ today: Day
    ) async throws -> [String] {
        var keys = (byNumber.map { [$0.key] } ?? []) + decided.filter { $0 != byNumber?.key }
        var seen = Set(keys)
        for query in queries(facts, row) {
            for hit in try await search.find(query, limit: 50, today: today).hits where seen.insert(hit.key).inserted {
                if hit.isFormer || comesIntoQuestion(hit.name, facts) { keys.append(hit.key) }
            }
        }
        return keys
    }

    /// Whether a name that was found is worth a look at the store: another brand is nobody's question.
    private func comesIntoQuestion(_ name: String, _ facts: NameFacts) -> Bool {
        let judgement = NameComparison.byName(facts, NameFacts(name, by: parser))
        return judgement.band != .different || !judgement.reasons.contains(.otherBrand)
    }

    /// The name, the name from its brand to its trade, its brand, and former names.
    private func queries(_ facts: NameFacts, _ row: MatchRow) -> [String] {
        let parts = facts.parts
        var queries = [row.name, NameFolding.narrow(row.name)]
        if !parts.trade.isEmpty, parts.trade.lowerBound == parts.brand.upperBound {
            queries.append(parts.text(parts.brand.lowerBound..<parts.trade.upperBound))
        }
        if parts.brand.count >= 2 { queries.append(parts.text(parts.brand)) }
        var seen: Set<String> = []
        return (queries + row.formerNames).filter { seen.insert($0).inserted }
    }

    private func candidate(_ subject: ShownSubject, _ facts: NameFacts, isByNumber: Bool) -> MatchCandidate {
        let own = NameFacts(
            subject.name ?? "",
            code: subject.code,
            registrationNumber: subject.registrationNumber,
            formerNames: subject.formerNames,
            by: parser
        )
        var judgement = NameComparison.judge(facts, own)
        // What is not there differs in nothing.
        if subject.name == nil { judgement.reasons.formIntersection([.otherCode, .codeInvalid, .formerName]) }
        if isByNumber {
            judgement =
                subject.name == nil
                ? MatchJudgement(.same, .sameCode) : NameComparison.underOneCode(facts, own)
        }
        if subject.kind == .soleTrader { judgement.reasons.insert(MatchReasons(.soleTrader)) }
        return MatchCandidate(
            key: subject.key,
            name: subject.name,
            kind: subject.kind,
            judgement: judgement,
            facts: own
        )
    }

    /// What an officer decided holds wherever codes do not say otherwise; that a name and a code belong together, too.
    private func decide(_ candidates: inout [MatchCandidate], _ decisions: [String: DecidedPair]) {
        for place in candidates.indices {
            guard let decided = decisions[candidates[place].key] else { continue }
            let reasons = candidates[place].judgement.reasons
            let isSettled = reasons.contains(.nameAgainstCode) && decided.decision.verdict == .same
            guard isSettled || reasons.isDisjoint(with: [.sameCode, .otherCode]) else { continue }
            let band: MatchBand = decided.decision.verdict == .same ? .same : .different
            candidates[place].judgement = MatchJudgement(band, MatchReasons(.decided))
            candidates[place].decided = decided
        }
    }
}

/// An organisation with no more of its names than may be shown.
private struct ShownSubject {
    let id: Int64
    let key: String
    let code: String?
    let registrationNumber: String?
    let kind: SubjectKind
    let name: String?
    let formerNames: [String]

    init(_ subject: Subject, _ named: NamedSubject) {
        id = subject.id
        key = subject.publicKey
        code = subject.code
        registrationNumber = subject.registrationNumber
        kind = subject.kind
        name = named.name
        formerNames = named.formerNames
    }
}
