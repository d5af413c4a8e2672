internal import CXLSXWriter
internal import Glibc

extension XLSXSheet {
    // Excel's limits for a list that stands in the rule itself, and for the texts of a message.
    private static let longestList = 255
    private static let longestMessage = 255
    private static let longestTitle = 32

    /// Puts a note on a cell, which shows when it is pointed at.
    ///
    /// - Throws: `unwritable`, `tooManyRows`, `tooManyColumns`.
    public func addNote(_ text: String, row: Int, column: Int, author: String? = nil) throws(SheetError) {
        try book.check()
        let strings = CStrings()
        defer { withExtendedLifetime(strings) {} }
        var options = lxw_comment_options()
        options.author = author.flatMap { strings.copy($0) }
        options.x_scale = 2
        options.y_scale = 1 + Double(text.count / 60)
        let (line, place) = (try XLSXSheet.row(row), try XLSXSheet.column(column))
        try XLSXSheet.require(worksheet_write_comment_opt(sheet, line, place, text, &options), row)
        notes += 1
    }

    /// Writes a text that leads to a cell of the same workbook, given as `'表'!$C$12`.
    ///
    /// - Throws: `unwritable`, `tooManyRows`, `tooManyColumns`.
    func link(_ text: String, to target: String, row: Int, column: Int, style: SheetStyle) throws(SheetError) {
        try book.check()
        let (line, place) = (try XLSXSheet.row(row), try XLSXSheet.column(column))
        let format = book.format(style)
        let shown = EscapedText.write(text)
        let result = worksheet_write_url_opt(sheet, line, place, "internal:" + target, format, shown, nil)
        // More links than Excel takes, or a longer one, are no reason to give nothing.
        let isTooMuch =
            result == LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED
            || result == LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED
        if !isTooMuch { try XLSXSheet.require(result, row) }
    }

    /// Offers a list of choices for the cells of a column.
    ///
    /// - Parameters:
    ///   - choices: The list; one that is too long for a rule goes to a hidden sheet.
    ///   - column: The column.
    ///   - rows: The rows.
    ///   - strict: Whether Excel refuses what is not in the list, or only asks.
    ///   - prompt: What Excel says when the cell is chosen: a title and a text.
    /// - Throws: `unwritable`, `tooManyRows`, `tooManyColumns`.
    public func offer(
        _ choices: [String],
        column: Int,
        rows: ClosedRange<Int>,
        strict: Bool = true,
        prompt: (title: String, text: String)? = nil
    ) throws(SheetError) {
        guard !choices.isEmpty else { return }
        try validate(column: column, rows: rows, strict: strict, prompt: prompt) { setList(choices, &$0, $1) }
    }

    /// Says what the cells of a column take, and asks whoever types something else whether it is meant.
    ///
    /// - Parameters:
    ///   - rule: What they take.
    ///   - column: The column.
    ///   - rows: The rows.
    ///   - prompt: What Excel says when the cell is chosen: a title and a text.
    /// - Throws: `unwritable`, `tooManyRows`, `tooManyColumns`.
    public func expect(
        _ rule: CellRule,
        column: Int,
        rows: ClosedRange<Int>,
        prompt: (title: String, text: String)
    ) throws(SheetError) {
        try validate(column: column, rows: rows, strict: false, prompt: prompt) { validation, _ in
            rule.apply(to: &validation)
        }
    }

    private func validate(
        column: Int,
        rows: ClosedRange<Int>,
        strict: Bool,
        prompt: (title: String, text: String)?,
        _ fill: (inout lxw_data_validation, CStrings) -> Void
    ) throws(SheetError) {
        try book.check()
        var rule = lxw_data_validation()
        rule.error_type = UInt8(
            strict ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue
        )
        let strings = CStrings()
        if let prompt {
            rule.input_title = strings.copy(String(prompt.title.prefix(XLSXSheet.longestTitle)))
            rule.input_message = strings.copy(String(prompt.text.prefix(XLSXSheet.longestMessage)))
        }
        fill(&rule, strings)
        let (first, last) = (try XLSXSheet.row(rows.lowerBound), try XLSXSheet.row(rows.upperBound))
        let place = try XLSXSheet.column(column)
        let result = withExtendedLifetime(strings) {
            worksheet_data_validation_range(sheet, first, place, last, place, &rule)
        }
        try XLSXSheet.require(result)
    }

    private func setList(_ choices: [String], _ rule: inout lxw_data_validation, _ strings: CStrings) {
        let length = choices.reduce(choices.count - 1) { $0 + $1.utf8.count }
        if length <= XLSXSheet.longestList, !choices.contains(where: { $0.contains(",") }) {
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            rule.value_list = strings.copyList(choices)
        } else {
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            rule.value_formula = strings.copy(book.keep(choices))
        }
    }
}

/// Strings lent to the library for the time of a call.
private final class CStrings {
    private var copies: [UnsafeMutablePointer<CChar>?] = []
    private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = []

    deinit {
        for copy in copies { free(copy) }
        for list in lists { list.deallocate() }
    }

    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        let copy = strdup(text)
        copies.append(copy)
        return copy
    }

    /// A list that ends with a null pointer.
    func copyList(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        list.initialize(repeating: nil, count: texts.count + 1)
        for (index, text) in texts.enumerated() { list[index] = copy(text) }
        lists.append(list)
        return list
    }
}
