/// Headings as departments really write them: `＊行政相对人代码_1（统一社会信用代码）`, broken over lines, with marks of what is required.
public enum Heading {
    /// The heading without what differs from sheet to sheet: blanks and line breaks, required marks, full-width forms, case.
    public static func normalised(_ heading: String) -> String {
        var text = ""
        for scalar in heading.unicodeScalars {
            guard !scalar.properties.isWhitespace, !ignored.contains(scalar.value) else { continue }
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            let narrow = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            text.unicodeScalars.append(narrow)
        }
        while text.hasPrefix("*") { text.removeFirst() }
        while text.hasSuffix("*") || text.hasSuffix(":") { text.removeLast() }
        for mark in ["(必填)", "(选填)", "(必填项)", "(选填项)"] where text.hasSuffix(mark) { text.removeLast(mark.count) }
        return text.uppercased()
    }

    /// The byte order mark and other characters without width.
    private static let ignored: Set<UInt32> = [0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060]
}
