/// The stream of records that a workbook of Excel 97–2003 is.
struct LegacyStream {
    /// The bytes.
    let bytes: [UInt8]
    /// Whether texts are Unicode, as from Excel 97 on; before, they are in a code page.
    let isUnicode: Bool

    /// A stream by its first record.
    ///
    /// - Throws: `legacyWorkbook` for Excel 2–4, `legacyBroken` where no workbook begins.
    init(_ bytes: [UInt8]) throws(SheetError) {
        guard bytes.count >= 8 else { throw SheetError(.legacyBroken, detail: "\(bytes.count) bytes") }
        let kind = bytes.word(at: 0)
        guard kind == LegacyRecord.Kind.begin.number else {
            let isOlder = [0x0009, 0x0209, 0x0409].contains(kind)
            throw SheetError(isOlder ? .legacyWorkbook : .legacyBroken, detail: "first record \(kind)")
        }
        self.bytes = bytes
        isUnicode = bytes.word(at: 4) == 0x0600
    }

    /// The record at a place, which is whole; `nil` at the end or where it is cut short.
    @inline(__always)
    func record(at place: Int) -> LegacyRecord? {
        guard place >= 0, place + 4 <= bytes.count else { return nil }
        let start = place + 4
        let end = start + bytes.word(at: place + 2)
        guard end <= bytes.count else { return nil }
        return LegacyRecord(kind: LegacyRecord.Kind(number: bytes.word(at: place)), start: start, end: end)
    }

    /// Whether a record begins a sheet of cells.
    func beginsSheet(_ record: LegacyRecord) -> Bool {
        record.kind == .begin && record.count >= 4 && bytes.word(at: record.start + 2) == 0x0010
    }
}
