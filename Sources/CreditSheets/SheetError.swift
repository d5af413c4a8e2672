/// Why a sheet cannot be read or written; two errors are equal when their kinds are.
public struct SheetError: Error, Equatable, Sendable {
    /// What is wrong.
    public let kind: Kind
    /// The row at which it was found, where one was.
    public let row: Int?
    /// What a technician may want to know besides; no cell's content stands in it.
    public let detail: String

    /// An error of a kind.
    public init(_ kind: Kind, row: Int? = nil, detail: String = "") {
        self.kind = kind
        self.row = row
        self.detail = detail
    }

    /// Kinds decide; row and detail are for people.
    public static func == (left: SheetError, right: SheetError) -> Bool {
        left.kind == right.kind
    }

    /// The kinds of things that are wrong with a sheet.
    public enum Kind: String, Sendable, CaseIterable {
        /// There is no such file.
        case notFound
        /// The file may not be read, or is no ordinary file.
        case unreadable
        /// The file, or every visible sheet in it, holds nothing.
        case empty
        /// Neither a text nor a workbook: a picture, a PDF, a program.
        case notAText
        /// The characters can be read neither as UTF-8 nor as GB18030.
        case encodingBroken
        /// More bytes than are allowed.
        case tooLarge
        /// More rows than are allowed.
        case tooManyRows
        /// More columns than are allowed.
        case tooManyColumns
        /// A cell longer than is allowed.
        case cellTooLong
        /// A quotation mark opens a cell and none closes it.
        case unterminatedQuote
        /// The workbook's packing is damaged.
        case zipBroken
        /// The workbook unpacks to far more than it pretends to hold.
        case zipBomb
        /// A part of the workbook is not the XML it should be.
        case xmlBroken
        /// A part of the workbook declares entities, which no workbook needs.
        case xmlEntity
        /// A zip file that is no workbook.
        case notAWorkbook
        /// The workbook has no visible sheet, or none of the name asked for.
        case noSheet
        /// A workbook of Excel 4 or before.
        case legacyWorkbook
        /// A workbook of Excel 97–2003 that is damaged or cut short.
        case legacyBroken
        /// A document of another program that is packed like a workbook of Excel 97–2003.
        case otherDocument
        /// A web page or an XML text that calls itself a workbook.
        case htmlNotWorkbook
        /// A table of LibreOffice or another program that writes OpenDocument.
        case openDocument
        /// An archive within an archive.
        case nestedArchive
        /// More tables, or files of an archive, than are allowed.
        case tooManyTables
        /// The workbook is locked with a password.
        case encrypted
        /// The file cannot be written.
        case unwritable
    }
}

extension SheetError: CustomStringConvertible {
    /// The English message with its detail.
    public var description: String {
        detail.isEmpty ? message(chinese: false) : message(chinese: false) + " (" + detail + ")"
    }
}
