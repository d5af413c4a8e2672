public import CreditModel

/// The one table that says of each fault whether it refuses or warns, in which words, on what ground and what to do.
public struct FaultTable: Sendable {
    /// What the catalogue says of one fault.
    public struct Entry: Sendable, Hashable {
        /// Whether it keeps the row out.
        public let severity: Severity
        /// What is wrong; `{column}`, `{value}` and `{detail}` are filled in; words within the braces of the last are left out
        /// where there is no detail.
        public let message: Bilingual
        /// The rule behind it.
        public let rule: Bilingual
        /// What to do.
        public let remedy: Bilingual

        /// An entry from its parts.
        public init(severity: Severity, message: Bilingual, rule: Bilingual, remedy: Bilingual) {
            self.severity = severity
            self.message = message
            self.rule = rule
            self.remedy = remedy
        }
    }

    private let entries: [FaultCode: Entry]

    /// A table, or `nil` where a code is missing from it.
    public init?(_ entries: [FaultCode: Entry]) {
        guard FaultCode.allCases.allSatisfy({ entries[$0] != nil }) else { return nil }
        self.entries = entries
    }

    /// What the table says of a fault.
    public subscript(code: FaultCode) -> Entry {
        entries[code]
            ?? Entry(
                severity: .refuse,
                message: Bilingual(zh: code.rawValue, en: code.rawValue),
                rule: Bilingual(zh: "", en: ""),
                remedy: Bilingual(zh: "", en: "")
            )
    }

    /// The message of one fault with its own words filled in.
    public func message(for fault: Fault, in language: Language) -> String {
        FaultTable.fill(self[fault.code].message[language], fault, language)
    }

    /// What to do about one fault with its own words filled in.
    public func remedy(for fault: Fault, in language: Language) -> String {
        FaultTable.fill(self[fault.code].remedy[language], fault, language)
    }

    private static func fill(_ template: String, _ fault: Fault, _ language: Language) -> String {
        guard template.utf8.contains(0x7B) else { return template }
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            switch name {
            case "column": text += fault.column
            case "value": text += fault.value
            case _ where name.contains("detail"):
                // What stands around the word is there for its sake: `{, which ended on detail}`.
                let detail = fault.detail?[language] ?? ""
                if !detail.isEmpty { text += name.replacing("detail", with: detail) }
            default: text += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
