/// Which of a workbook's cell styles show a number as a date or a time.
struct LegacyStyles {
    private static let longestCode = 255
    private var formats: [Int] = []
    private var codes: [Int: LegacyRecord] = [:]
    private var dates: [Bool] = []

    /// Adds the next style by its number format; cells cannot name more than 65,536.
    mutating func add(format: Int) {
        if formats.count < 1 << 16 { formats.append(format) }
    }

    /// Adds a number format of the workbook's own.
    mutating func add(_ record: LegacyRecord, as identifier: Int) {
        codes[identifier] = record
    }

    /// Finds out which styles are those of dates, once all of them are there.
    mutating func settle(_ stream: LegacyStream, _ codePage: CodePage) throws(SheetError) {
        var known: [Int: Bool] = [:]
        for format in formats {
            if known[format] == nil { known[format] = try isDate(format, stream, codePage) }
            dates.append(known[format] ?? false)
        }
        formats = []
        codes = [:]
    }

    /// Whether a style shows a date.
    func isDate(_ style: Int) -> Bool {
        style < dates.count && dates[style]
    }

    private func isDate(
        _ format: Int,
        _ stream: LegacyStream,
        _ codePage: CodePage
    ) throws(SheetError) -> Bool {
        guard let record = codes[format] else { return NumberFormat.isDate(builtIn: format) }
        let code = try stream.text(record, skipping: 2, codePage, hasShortCount: !stream.isUnicode)
        return NumberFormat.isDate(code: String(code.prefix(LegacyStyles.longestCode)))
    }
}
