/// One record of a workbook of Excel 97–2003: where its body lies in the stream, and what it is (MS-XLS, 2.1.4).
struct LegacyRecord {
    /// What it is.
    var kind: Kind
    /// Where its body begins.
    var start: Int
    /// Where its body, and with it the record, ends.
    var end: Int

    /// The number of bytes in its body.
    var count: Int { end - start }

    /// The kinds of records that are read; the numbers are those of the format.
    struct Kind: Equatable {
        /// The number.
        var number: Int

        static let formula = Kind(number: 0x0006)
        static let end = Kind(number: 0x000A)
        static let dateMode = Kind(number: 0x0022)
        static let filePass = Kind(number: 0x002F)
        static let continuation = Kind(number: 0x003C)
        static let codePage = Kind(number: 0x0042)
        static let sheet = Kind(number: 0x0085)
        static let manyNumbers = Kind(number: 0x00BD)
        static let richLabel = Kind(number: 0x00D6)
        static let style = Kind(number: 0x00E0)
        static let mergedCells = Kind(number: 0x00E5)
        static let sharedStrings = Kind(number: 0x00FC)
        static let sharedLabel = Kind(number: 0x00FD)
        static let number = Kind(number: 0x0203)
        static let label = Kind(number: 0x0204)
        static let booleanOrError = Kind(number: 0x0205)
        static let string = Kind(number: 0x0207)
        static let shortNumber = Kind(number: 0x027E)
        static let format = Kind(number: 0x041E)
        static let begin = Kind(number: 0x0809)

        static let array = Kind(number: 0x0221)
        static let table = Kind(number: 0x0236)
        static let sharedFormula = Kind(number: 0x04BC)
    }
}
