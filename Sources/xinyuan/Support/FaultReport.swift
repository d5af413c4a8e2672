import CreditCatalogue
import CreditExchange
import CreditModel

/// Reports faults as they are found: as JSON all of them, for people the first ones and then how many of each.
final class FaultReport {
    private let table: FaultTable
    private let language: Language
    private let isJSON: Bool
    private var json = JSONWriter(capacity: 1 << 17)
    private var counts: [FaultCode: Int] = [:]
    private var shown = 0

    /// How many faults are written out for people.
    static let limit = 50

    init(_ catalogue: Catalogue, _ language: Language, json isJSON: Bool) {
        table = catalogue.faults
        self.language = language
        self.isJSON = isJSON
        guard isJSON else { return }
        json.begin(0x7B)
        json.key("faults")
        json.begin(0x5B)
    }

    /// Takes in some faults of a table, whose name is empty where the file has but one.
    func add(_ faults: [Fault], in table: String = "") {
        for fault in faults {
            counts[fault.code, default: 0] += 1
            if isJSON {
                FaultLines.write(fault, in: table, by: self.table, language, into: &json)
            } else if shown < FaultReport.limit {
                shown += 1
                for line in FaultLines.lines(for: fault, in: table, by: self.table, language) { Terminal.line(line) }
            }
        }
        if isJSON, json.bytes.count > 1 << 16 { Terminal.write(json.drain()) }
    }

    /// Ends the report; for JSON with the counts behind the faults, one object in all.
    func finish(_ body: (inout JSONWriter) -> Void) {
        if isJSON {
            json.end(0x5D)
            body(&json)
            json.end(0x7D)
            Terminal.write(json.drain() + [0x0A])
            return
        }
        let total = counts.values.reduce(0, +)
        guard total > shown else { return }
        Terminal.line(
            language == .zh
                ? "…… 共 \(total) 处，前 \(shown) 处如上；全部用 --json 取得："
                : "… \(total) in all, the first \(shown) above; --json gives every one:"
        )
        for (code, count) in counts.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
            Terminal.line("  \(count) × \(code.rawValue)")
        }
    }
}
