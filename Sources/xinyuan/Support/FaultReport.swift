import CreditCatalogue
import CreditExchange
import CreditModel

/// Reports faults as they are found: as JSON all of them, for people the first ones and then how many of each.
final class FaultReport {
    private let table: FaultTable
    private let language: Language
    private let isJSON: Bool
    private let written: CheckedJSON
    private var json = JSONWriter(capacity: 1 << 17)
    private var counts: [FaultCode: Int] = [:]
    private var shown = 0
    private var words: [FaultCode: (message: String, rule: String)] = [:]

    /// How many faults are written out for people.
    static let limit = 50

    init(_ catalogue: Catalogue, _ language: Language, json isJSON: Bool) {
        table = catalogue.faults
        self.language = language
        self.isJSON = isJSON
        written = CheckedJSON(table, language)
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
                written.write(fault, in: table, into: &json)
            } else if shown < FaultReport.limit {
                shown += 1
                print(fault, table)
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

    private func print(_ fault: Fault, _ sheet: String) {
        let entry = table[fault.code]
        let isRefusal = entry.severity == .refuse
        let name = sheet.isEmpty ? "" : language == .zh ? "“\(sheet)”" : "“\(sheet)”, "
        let place =
            switch (fault.row, language) {
            case (0, .zh): "整个文件"
            case (0, .en): "The file"
            case (let row, .zh): "第 \(row) 行" + (fault.column.isEmpty ? "" : "“\(fault.column)”")
            case (let row, .en): "Row \(row)" + (fault.column.isEmpty ? "" : " “\(fault.column)”")
            }
        let mark = language == .zh ? (isRefusal ? "拒收" : "提醒") : (isRefusal ? "refused" : "warning")
        Terminal.line("\(name)\(place) [\(mark)] \(table.message(for: fault, in: language))")
        Terminal.line("    → \(table.remedy(for: fault, in: language))  (\(entry.rule[language]))")
    }
}
