import CreditModel

/// Items against the plan: clauses nobody serves, clauses that are not there, words that are not the plan's.
extension Auditor {
    mutating func auditPlan() {
        guard let plan = catalogue.plan else { return }
        let served = Set(catalogue.items.flatMap(\.clauses))
        for clause in plan.clauses where !served.contains(clause.id) && clause.withoutItems == nil {
            add(
                .clauseUnserved,
                .clause(clause.id),
                "",
                Bilingual(
                    zh: "没有事项落实条目 \(clause.id)，也没有说明",
                    en: "no item serves clause \(clause.id), and nothing says why"
                ),
                remedy: Bilingual(
                    zh: "为这一条立事项，或写 withoutItems 说明",
                    en: "make an item for it, or say why under withoutItems"
                )
            )
        }
        let texts = Dictionary(
            plan.clauses.map { ($0.id, QuotedWords.plain($0.text.zh)) },
            uniquingKeysWith: { first, _ in first }
        )
        for item in catalogue.items { auditClauses(of: item, texts) }
    }

    private mutating func auditClauses(of item: Item, _ texts: [String: String]) {
        for clause in item.clauses where texts[clause] == nil {
            add(
                .clauseUnknown,
                .item(item.id),
                "clauses",
                Bilingual(
                    zh: "事项“\(item.id)”列的条目 \(clause) 不在计划里",
                    en: "the item “\(item.id)” names clause \(clause), which the plan does not have"
                ),
                remedy: Bilingual(
                    zh: "更正 clauses，或在 clauses.yaml 添上这一条",
                    en: "correct clauses, or add it to clauses.yaml"
                )
            )
        }
        let own = item.clauses.compactMap { texts[$0] }
        guard !own.isEmpty else { return }
        for piece in QuotedWords.pieces(of: item.purpose.zh) {
            let plain = QuotedWords.plain(piece)
            guard !own.contains(where: { $0.contains(plain) }) else { continue }
            add(
                .wordsNotInPlan,
                .item(item.id),
                "purpose",
                Bilingual(
                    zh: "“\(piece)”不是条目 \(item.clauses.joined(separator: "、")) 的原文",
                    en: "“\(piece)” are not the words of clause \(item.clauses.joined(separator: ", "))"
                ),
                remedy: Bilingual(
                    zh: "照抄原文，略去的写“……”；或更正 clauses",
                    en: "copy the plan's words, with …… for what is left out; or correct clauses"
                )
            )
        }
    }
}

/// Words quoted from a text, compared without what printing changes: blanks, punctuation, full-width forms.
enum QuotedWords {
    /// The pieces between …… .
    static func pieces(of quotation: String) -> [String] {
        quotation.split(separator: "…").map { String($0).trimmed }.filter { !plain($0).isEmpty }
    }

    /// Letters and digits alone, in half-width.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            let narrow = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if narrow.properties.isAlphabetic || narrow.properties.numericType != nil { plain.append(narrow) }
        }
        return String(plain)
    }
}

extension String {
    fileprivate var trimmed: String {
        let head = drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }
}
