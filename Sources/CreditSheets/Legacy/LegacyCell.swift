/// The value of a cell as its sender saw it, in UTF-8.
struct LegacyCell {
    private let stream: LegacyStream
    private let globals: LegacyGlobals
    private let dates: LegacyDates

    init(_ stream: LegacyStream, _ globals: LegacyGlobals) {
        self.stream = stream
        self.globals = globals
        dates = LegacyDates(countsFrom1904: globals.countsFrom1904)
    }

    /// Appends the value of a record's cell; of a run of cells, that of an index.
    ///
    /// - Throws: `legacyBroken`, `encodingBroken`.
    func append(_ record: LegacyRecord, _ index: Int, to text: inout [UInt8]) throws(SheetError) {
        let start = record.start
        switch record.kind {
        case .sharedLabel where record.count >= 10:
            let number = Int(stream.bytes.long(at: start + 6))
            guard globals.strings.append(number, to: &text, stream) else {
                throw SheetError(.legacyBroken, detail: "no such shared string")
            }
        case .shortNumber where record.count >= 10: append(packed: start + 6, styledAt: start + 4, to: &text)
        case .manyNumbers: append(packed: start + 6 + index * 6, styledAt: start + 4 + index * 6, to: &text)
        case .number where record.count >= 14:
            append(stream.bytes.double(at: start + 6), styledAt: start + 4, to: &text)
        case .label, .richLabel: try stream.append(record, skipping: 6, globals.codePage, to: &text)
        case .booleanOrError: append(stream.bytes[start + 6], isError: stream.bytes[start + 7] != 0, to: &text)
        case .formula where record.count >= 14: try append(formula: record, to: &text)
        default: throw SheetError(.legacyBroken, detail: "cell of \(record.count) bytes")
        }
    }

    /// A number in 30 bits: a whole one, or the upper part of a floating one; perhaps in hundredths (MS-XLS, 2.5.217).
    private func append(packed place: Int, styledAt style: Int, to text: inout [UInt8]) {
        let bits = stream.bytes.long(at: place)
        let isWhole = bits & 2 != 0
        var value = Double(bitPattern: UInt64(bits & ~3) << 32)
        if isWhole { value = Double(Int32(bitPattern: bits) >> 2) }
        append(bits & 1 != 0 ? value / 100 : value, styledAt: style, to: &text)
    }

    private func append(_ value: Double, styledAt place: Int, to text: inout [UInt8]) {
        let isDate = globals.styles.isDate(stream.bytes.word(at: place))
        if !isDate || !dates.append(value, to: &text) { LegacyNumber.append(value, to: &text) }
    }

    private func append(_ value: UInt8, isError: Bool, to text: inout [UInt8]) {
        let word = isError ? LegacyCell.error(value) : value == 0 ? "FALSE" : "TRUE"
        text.append(contentsOf: word.utf8)
    }

    /// A formula by its last value (MS-XLS, 2.5.133).
    private func append(formula record: LegacyRecord, to text: inout [UInt8]) throws(SheetError) {
        let value = record.start + 6
        guard stream.bytes.word(at: value + 6) == 0xFFFF else {
            return append(stream.bytes.double(at: value), styledAt: record.start + 4, to: &text)
        }
        switch stream.bytes[value] {
        case 0: try appendString(after: record, to: &text)
        case 1: append(stream.bytes[value + 2], isError: false, to: &text)
        case 2: append(stream.bytes[value + 2], isError: true, to: &text)
        default: break
        }
    }

    /// A formula's string, which stands in a record behind it; records of formulas that cells share may come between.
    private func appendString(after record: LegacyRecord, to text: inout [UInt8]) throws(SheetError) {
        var place = record.end
        for _ in 0..<8 {
            guard let next = stream.record(at: place) else { return }
            switch next.kind {
            case .string: return try stream.append(next, skipping: 0, globals.codePage, to: &text)
            case .array, .table, .sharedFormula, .continuation: place = next.end
            default: return
            }
        }
    }

    private static func error(_ code: UInt8) -> String {
        switch code {
        case 0x00: "#NULL!"
        case 0x07: "#DIV/0!"
        case 0x0F: "#VALUE!"
        case 0x17: "#REF!"
        case 0x1D: "#NAME?"
        case 0x24: "#NUM!"
        case 0x2B: "#GETTING_DATA"
        default: "#N/A"
        }
    }
}
