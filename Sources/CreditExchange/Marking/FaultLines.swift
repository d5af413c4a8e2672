public import CreditCatalogue
public import CreditModel

/// A fault in words, the same wherever it is told: on the command line, in receipts.
public enum FaultLines {
    /// What a severity is called.
    public static func mark(_ severity: Severity, _ language: Language) -> String {
        let isRefusal = severity == .refuse
        return language == .zh ? (isRefusal ? "拒收" : "提醒") : (isRefusal ? "refused" : "warning")
    }

    /// Where it is and what is wrong, and below it what to do and on what ground.
    ///
    /// The table's name is empty where the file has but one.
    public static func lines(
        for fault: Fault,
        in table: String,
        by faults: FaultTable,
        _ language: Language
    ) -> [String] {
        let entry = faults[fault.code]
        let name = table.isEmpty ? "" : language == .zh ? "“\(table)”" : "“\(table)”, "
        let place =
            switch (fault.row, language) {
            case (0, .zh): "整个文件"
            case (0, .en): "The file"
            case (let row, .zh): "第 \(row) 行" + (fault.column.isEmpty ? "" : "“\(fault.column)”")
            case (let row, .en): "Row \(row)" + (fault.column.isEmpty ? "" : " “\(fault.column)”")
            }
        let message = faults.message(for: fault, in: language)
        return [
            "\(name)\(place) [\(mark(entry.severity, language))] \(message)",
            "    → \(faults.remedy(for: fault, in: language))  (\(entry.rule[language]))",
        ]
    }

    /// Writes it as one JSON object.
    public static func write(
        _ fault: Fault,
        in table: String,
        by faults: FaultTable,
        _ language: Language,
        into json: inout JSONWriter
    ) {
        let entry = faults[fault.code]
        json.object { json in
            if !table.isEmpty { json.pair("sheet", table) }
            json.pair("row", fault.row)
            json.pair("column", fault.column)
            json.pair("value", fault.value)
            json.pair("code", fault.code.rawValue)
            json.pair("severity", entry.severity.rawValue)
            json.pair("message", faults.message(for: fault, in: language))
            json.pair("rule", entry.rule[language])
            json.pair("remedy", faults.remedy(for: fault, in: language))
        }
    }
}
