import CreditModel
import CreditRules
import CreditSearch
import CreditStore

/// Writes what matching found: a JSON object a row, or lines for people and the counts at the end.
struct MatchReport {
    private let language: Language
    private let isJSON: Bool
    private let today = Clock().instant.day
    private var bytes: [UInt8] = []
    private var counts: [MatchBand: Int] = [:]

    init(_ language: Language, json isJSON: Bool) {
        self.language = language
        self.isJSON = isJSON
    }

    /// What the register says to a row.
    mutating func add(_ outcome: MatchOutcome, name: String, row: Int) {
        counts[outcome.band, default: 0] += 1
        if isJSON { write(outcome, name, row) } else { print(outcome, name, row) }
        flush(above: 1 << 15)
    }

    /// What comparing two names says.
    mutating func add(_ judgement: MatchJudgement, _ one: String, _ other: String) {
        counts[judgement.band, default: 0] += 1
        if isJSON {
            let object = MatchReport.line { json in
                json.pair("a", shown(one))
                json.pair("b", shown(other))
                json.pair("band", judgement.band.rawValue)
                write(judgement.reasons, &json)
            }
            bytes += object
        } else {
            line("[\(judgement.band.words[language])] \(shown(one)) ｜ \(shown(other))")
            line("    \(words(judgement.reasons))")
        }
        flush(above: 1 << 15)
    }

    /// Writes what is left, for people with the counts; whether all were the same.
    mutating func finish() -> Bool {
        let (same, ask) = (counts[.same] ?? 0, counts[.ask] ?? 0)
        let different = counts[.different] ?? 0
        if !isJSON {
            let rows = same + ask + different
            line(
                language == .zh
                    ? "共 \(rows) 行：同一家 \(same)，待核实 \(ask)，不同或没有 \(different)。"
                    : "\(rows) rows: \(same) the same, \(ask) to be asked, \(different) different or not there."
            )
        }
        flush(above: 0)
        return ask + different == 0
    }

    private mutating func write(_ outcome: MatchOutcome, _ name: String, _ row: Int) {
        let object = MatchReport.line { json in
            json.pair("row", row)
            json.pair("name", shown(name))
            json.pair("band", outcome.band.rawValue)
            json.key("candidates")
            json.array { json in for candidate in outcome.candidates { write(candidate, &json) } }
        }
        bytes += object
    }

    private func write(_ candidate: MatchCandidate, _ json: inout JSONWriter) {
        json.object { json in
            json.pair("code", candidate.key)
            json.pair("name", candidate.name)
            json.pair("band", candidate.judgement.band.rawValue)
            write(candidate.judgement.reasons, &json)
            guard let decided = candidate.decided else { return }
            json.key("decided")
            json.object { json in
                json.pair("on", decided.at.day.iso)
                json.pair("by", decided.officer)
                json.pair("entry", decided.sequence)
            }
        }
    }

    private func write(_ reasons: MatchReasons, _ json: inout JSONWriter) {
        json.key("reasons")
        json.array { json in
            for reason in reasons.list {
                json.object { json in
                    json.pair("id", reason.id)
                    json.pair("text", reason.words[language])
                }
            }
        }
    }

    private mutating func print(_ outcome: MatchOutcome, _ name: String, _ row: Int) {
        line("\(row)  [\(outcome.band.words[language])] \(shown(name))")
        if outcome.candidates.isEmpty {
            line(language == .zh ? "    登记里没有相近的名称" : "    no name on the register comes near")
        }
        for candidate in outcome.candidates {
            line("    [\(candidate.judgement.band.words[language])] \(candidate.key)  \(candidate.name ?? nameless)")
            line("        \(words(candidate))")
        }
    }

    private var nameless: String { language == .zh ? "（名称已撤回，不公示）" : "(its name was withdrawn and is not shown)" }

    private func words(_ candidate: MatchCandidate) -> String {
        guard let decided = candidate.decided else { return words(candidate.judgement.reasons) }
        return language == .zh
            ? "\(decided.at.day.iso) 由\(decided.officer)认定，账本序号 \(decided.sequence)"
            : "decided on \(decided.at.day.iso), by \(decided.officer), ledger entry \(decided.sequence)"
    }

    private func words(_ reasons: MatchReasons) -> String {
        reasons.list.map { $0.words[language] }.joined(separator: language == .zh ? "；" : "; ")
    }

    /// A name as it may be printed: no numbers of persons (limit 8).
    private func shown(_ name: String) -> String { PersonalText.masked(name, on: today) }

    private mutating func line(_ text: String) { bytes += Array(text.utf8) + [0x0A] }

    private static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(capacity: 1024)
        json.object(body)
        return json.bytes + [0x0A]
    }

    private mutating func flush(above size: Int) {
        guard bytes.count > size else { return }
        Terminal.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
