/// What is to be written upon a file, and what must not stay in it.
public struct WorkbookMarking: Sendable {
    /// The tables to be marked; the others stay as they are, but for secrets.
    public var tables: [TableMarking]
    /// The name of the sheet in front, such as `查验结果`; a number is appended where the name is taken.
    public var summaryName: String
    /// The rows of the sheet in front.
    public var summary: [SummaryRow]
    /// What stands in a secret cell instead of its text; a text that comes back unchanged stays.
    public var seal: @Sendable (String) -> String
    /// Whether a text is the heading of a column of personal numbers, on sheets of which `tables` says nothing and in columns that
    /// it does not name.
    ///
    /// It is asked of the first rows of such a sheet, and of the headings of the others.
    public var isSecretHeading: @Sendable (String) -> Bool
    /// What stands in a cell below such a heading instead of its text; a text that comes back unchanged stays.
    public var mask: @Sendable (String) -> String
    /// The ranges of bytes of a text in UTF-8 that are to be blanked out, such as personal numbers, in order and apart.
    ///
    /// It is given many texts at once, with NUL between them; a range must not reach across one.
    public var secrets: @Sendable (UnsafeBufferPointer<UInt8>) -> [Range<Int>]

    /// A marking from its parts.
    public init(
        tables: [TableMarking],
        summaryName: String,
        summary: [SummaryRow],
        seal: @escaping @Sendable (String) -> String = { $0 },
        secrets: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> [Range<Int>] = { _ in [] },
        isSecretHeading: @escaping @Sendable (String) -> Bool = { _ in false },
        mask: @escaping @Sendable (String) -> String = { WorkbookMarking.starred($0) }
    ) {
        self.tables = tables
        self.summaryName = summaryName
        self.summary = summary
        self.seal = seal
        self.secrets = secrets
        self.isSecretHeading = isSecretHeading
        self.mask = mask
    }

    /// A text's first and last character with stars between them; of one with fewer than three, stars only.
    public static func starred(_ text: String) -> String {
        guard text.count > 2, let first = text.first, let last = text.last else {
            return String(repeating: "*", count: text.count)
        }
        return String(first) + String(repeating: "*", count: text.count - 2) + String(last)
    }

    /// A text with its secrets blanked out, byte for byte.
    func blanked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let ranges = bytes.withUnsafeBufferPointer(secrets)
        guard !ranges.isEmpty else { return text }
        for range in ranges {
            for index in range.clamped(to: bytes.indices) { bytes[index] = UInt8(ascii: "*") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What is said of the cells of a table.
    func marking(of table: Int) -> TableMarking? {
        tables.first { $0.table == table }
    }
}
