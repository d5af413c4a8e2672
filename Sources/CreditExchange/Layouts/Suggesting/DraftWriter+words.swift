import CreditModel

/// Doubts, shares and texts as a draft writes them.
extension DraftWriter {
    func doubt(_ zh: String, _ en: String, indent: Int = 0) -> String {
        String(repeating: " ", count: indent) + "# " + say("疑问：\(zh)", "doubt: \(en)")
    }

    func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    /// A text as YAML reads it back.
    func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" } && !text.isEmpty
        let words: Set<String> = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
        if isPlain, !words.contains(text.lowercased()) { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\r\n", with: "\\n")
            .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        return "\"\(escaped)\""
    }
}
