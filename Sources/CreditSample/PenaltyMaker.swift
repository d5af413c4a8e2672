import CreditCatalogue
import CreditModel

/// A made-up sanction: its kinds in the list's words, its amounts, and the sentence that says the same.
struct Sanction: Sendable {
    var kinds: [String]
    var fine: Int64?
    var confiscated: Int64?
    var content: String
    /// Whether its tier cannot be determined while the thresholds are pending.
    var isTierUndetermined: Bool
}

/// Makes sanctions whose tier is beyond doubt: plainly one tier, or plainly undetermined.
struct PenaltyMaker: Sendable {
    private let catalogue: Catalogue
    private let combinations: [[String]]
    private let fines: Set<String>
    private let confiscations: Set<String>

    init(_ catalogue: Catalogue, list: String?) {
        self.catalogue = catalogue
        let list = list.flatMap { catalogue.codeLists[$0] }
        fines = list?.words(meaning: .fine) ?? []
        confiscations = list?.words(meaning: .confiscation) ?? []
        let words = list?.values.filter { !$0.takesRemark }.map(\.text) ?? []
        func word(_ part: String) -> String? { words.first { $0.contains(part) } }
        let wanted: [([String], Int)] = [
            (["罚款"], 9), (["警告"], 3), (["没收", "罚款"], 3), (["警告", "罚款"], 2), (["停产停业", "罚款"], 1), (["没收"], 1),
            (["吊销许可证"], 1), (["通报批评"], 1), (["限制开展"], 1),
        ]
        combinations = wanted.flatMap { parts, weight in
            let found = parts.compactMap(word)
            return [[String]](repeating: found, count: found.count == parts.count ? weight : 0)
        }
    }

    /// A sanction decided on a day, or `nil` where every kind is in doubt.
    func sanction(on day: Day, _ random: inout RandomSource) -> Sanction? {
        guard let rule = catalogue.publicationRule(on: day) else { return nil }
        for _ in 0..<20 {
            guard let kinds = random.choose(combinations), let isUndetermined = isUndetermined(kinds, rule) else {
                continue
            }
            return sanction(kinds, isUndetermined, &random)
        }
        return nil
    }

    /// Whether the tier of some kinds is undetermined; `nil` where readers of the rule could differ.
    private func isUndetermined(_ kinds: [String], _ rule: PublicationRule) -> Bool? {
        let ranges = kinds.compactMap { rule.penaltyKinds[$0] }
        guard ranges.count == kinds.count, let low = ranges.map(\.low).max(), let high = ranges.map(\.high).max() else {
            return nil
        }
        if low == high { return false }
        let isPending = rule.smallFineBelow == nil && rule.hugeFineFrom == nil
        return kinds.count == 1 && fines.contains(kinds[0]) && isPending ? true : nil
    }

    private func sanction(_ kinds: [String], _ isUndetermined: Bool, _ random: inout RandomSource) -> Sanction {
        var made = Sanction(kinds: kinds, fine: nil, confiscated: nil, content: "", isTierUndetermined: isUndetermined)
        var clauses: [String] = []
        for kind in kinds {
            if fines.contains(kind) {
                let yuan =
                    random.choose([200, 500, 1000, 2000, 3000, 5000, 8000, 12_000, 20_000, 35_000, 50_000, 120_000])
                    ?? 500
                made.fine = Int64(yuan) * 100
                clauses.append(PenaltyMaker.fine(yuan: yuan, &random))
            } else if confiscations.contains(kind) {
                let yuan = random.within(3...900) * 10
                made.confiscated = Int64(yuan) * 100
                clauses.append("没收违法所得\(yuan)元")
            } else {
                clauses.append(PenaltyMaker.clause(kind))
            }
        }
        made.content = PenaltyMaker.sentence(clauses)
        return made
    }

    /// The same fine in one of the ways in which documents write it.
    static func fine(yuan: Int, _ random: inout RandomSource) -> String {
        switch random.below(4) {
        case 0 where yuan >= 10_000: return "罚款" + Amount(fen: Int64(yuan) * 100).tenThousandYuan + "万元"
        case 1: return "罚款" + (Text.largeNumerals(yuan: yuan).map { $0 + "元整" } ?? "\(yuan)元")
        case 2: return "罚款\(yuan)元"
        default: return "罚款人民币\(yuan)元"
        }
    }

    private static func clause(_ kind: String) -> String {
        if Text.holds("警告", in: kind) { return "给予警告" }
        if Text.holds("停产停业", in: kind) { return "责令停产停业整顿" }
        if Text.holds("吊销", in: kind) { return "吊销许可证件" }
        return "给予" + kind
    }

    private static func sentence(_ clauses: [String]) -> String {
        guard clauses.count > 1 else { return (clauses.first ?? "") + "。" }
        return clauses.enumerated().map { "\($0 + 1)." + $1 }.joined(separator: "；") + "。"
    }
}
