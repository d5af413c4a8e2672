/// A 文书号: who issued the document, in which year, under which running number.
///
/// It keeps its spelling as sent. Departments write one number in many ways, 某罚字〔2019〕5号, `某罚字[2019]第005号`,
/// 某罚字（２０１９） 5 号; the normal form is the same for all of them and serves comparison alone, never display.
public struct DocumentNumber: Hashable, Sendable {
    /// As sent; for one of several in a cell, its part of the cell.
    public let text: String
    /// What stands for the authority and the matter, 某罚字: without blanks and brackets, half-width, capitals; often empty.
    ///
    /// Where the year comes first, as courts write it, this is what stands between year and number.
    public let issuer: String
    /// The year, 1900…2099, where one is written.
    public let year: Int?
    /// The running number without leading zeros, `12`, with sub-numbers and letters where it has them, `12-1`, `B171`.
    ///
    /// Empty where only issuer and year were written.
    public let serial: String
    /// What stands behind 号, 更正, or behind the number where there is no 号.
    let tail: String

    /// Reads a number, or nothing where none stands in the text: `无`, `null`, 自主验收.
    ///
    /// Of several numbers in the text only `all(in:)` makes sense.
    /// - Complexity: a few passes over the text.
    public init?(_ text: String) {
        guard let reading = DocumentNumberReading(DocumentSigns.folded(text)[...]) else { return nil }
        self.init(text, reading)
    }

    /// The numbers of a cell, in order: several are told apart by 、 ， and ； outside brackets.
    ///
    /// A later one that is nothing but a number has issuer and year of the one before it: 某许〔2015〕20、21号.
    public static func all(in cell: String) -> [DocumentNumber] {
        var numbers: [DocumentNumber] = []
        for part in DocumentSigns.parts(of: cell) {
            guard var reading = DocumentNumberReading(DocumentSigns.folded(part)[...]) else { continue }
            if let last = numbers.last { reading.inherit(from: last) }
            numbers.append(DocumentNumber(String(part), reading))
        }
        return numbers
    }

    /// The normal form: 某罚字〔2019〕5号; without a year 某证字第5号; without either the number or code alone.
    ///
    /// All brackets, blanks, widths, kinds of digits, 第 and leading zeros are one; 字 is kept. It is its own normal form.
    public var normal: String {
        var form = issuer
        if let year {
            form += "〔\(year)〕"
        } else if !issuer.isEmpty {
            form += "第"
        }
        guard !serial.isEmpty else { return form + tail }
        return form + serial + (hasMark ? "号" : "") + tail
    }

    /// The normal form of a cell: of its one number, or of its several with 、 between; `nil` where it holds none.
    public static func normal(of cell: String) -> String? {
        let numbers = all(in: cell)
        return numbers.isEmpty ? nil : numbers.map(\.normal).joined(separator: "、")
    }

    /// The normal form of a cell where it is not how the cell was sent; `nil` where it is, and where no number stands in it.
    ///
    /// - Complexity: one pass over the bytes for the usual form.
    public static func normalIfOther(than cell: String) -> String? {
        var copy = cell
        guard copy.withUTF8({ PlainDocumentNumber($0) == nil }), let normal = normal(of: cell) else { return nil }
        return normal.utf8.elementsEqual(cell.utf8) ? nil : normal
    }

    /// Whether both are one number, however they are written: their normal forms are equal.
    public func isSame(as other: DocumentNumber) -> Bool {
        serial == other.serial && year == other.year && issuer == other.issuer && normal == other.normal
    }

    /// Whether both look to be one number written in two ways, which a clerk should see.
    ///
    /// Never of spellings that are equal byte by byte. Otherwise where
    /// - the normal forms are equal; or
    /// - they would be if the 字 at the end of one issuer were left out (第 makes no difference to begin with); or
    /// - one of them has no year, and issuer, apart from that 字, and number are equal; the issuer must not be empty.
    public func isNear(to other: DocumentNumber) -> Bool {
        guard !text.utf8.elementsEqual(other.text.utf8) else { return false }
        guard serial == other.serial, tail == other.tail, issuerWithoutWord == other.issuerWithoutWord else {
            return false
        }
        return year == other.year || (!issuerWithoutWord.isEmpty && (year == nil || other.year == nil))
    }

    /// The issuer without 字 at its end, which makes no difference to `isNear`.
    public var issuerWithoutWord: Substring { issuer.hasSuffix("字") ? issuer.dropLast() : issuer[...] }

    private var hasMark: Bool { isMarked && (!issuer.isEmpty || year != nil || !tail.isEmpty) }
    private let isMarked: Bool

    private init(_ text: String, _ reading: DocumentNumberReading) {
        self.text = text
        issuer = DocumentSigns.text(reading.issuer[...])
        year = reading.year
        serial = DocumentSigns.text(reading.serial[...])
        tail = DocumentSigns.text(reading.tail[...])
        isMarked = reading.isMarked || reading.tail.isEmpty
    }
}
