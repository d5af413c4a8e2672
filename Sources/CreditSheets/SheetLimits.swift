/// What a sheet may cost before it is turned away: every reader stops with a clear error rather than fill the machine.
public struct SheetLimits: Sendable {
    /// Bytes of a text file.
    public var maximumBytes: Int64 = 8 << 30
    /// Bytes of a workbook as sent, still packed.
    public var maximumWorkbookBytes: Int64 = 1 << 30
    /// Bytes of a workbook of Excel 97–2003, which is held in memory.
    public var maximumLegacyBytes: Int64 = 128 << 20
    /// Number of the last row.
    public var maximumRows = 12_000_000
    /// Cells of one row.
    public var maximumColumns = 512
    /// Bytes of one cell in UTF-8; Excel's longest cell, 32,767 Chinese characters, fits.
    public var maximumCellBytes = 128 << 10
    /// Bytes that the parts of a workbook may have together when unpacked.
    public var maximumExpandedBytes: Int64 = 4 << 30
    /// How many times larger than its packed form a part of a workbook may grow.
    public var maximumExpansionRatio: Int64 = 200
    /// Bytes below which a part's expansion ratio is of no interest: they can do no harm.
    public var expansionAllowance: Int64 = 16 << 20
    /// Files of an archive.
    public var maximumFiles = 200
    /// Bytes of a file of an archive that must be held in memory unpacked; delimited texts need not be.
    public var maximumHeldBytes: Int64 = 128 << 20
    /// Bytes of a zip file's directory, which is held in memory.
    public var maximumDirectoryBytes = 8 << 20
    /// Bytes of a workbook's shared strings, in memory and on disk together; at most 4 GiB.
    public var maximumSharedBytes = 2 << 30
    /// Bytes of a workbook's shared strings that are held in memory; those beyond lie on disk, encrypted.
    public var sharedBytesInMemory = 64 << 20
    /// Bytes of a sheet of a workbook that is unpacked whole, so that merged cells are known before its first row.
    public var maximumBytesAhead = 64 << 20
    /// Sheets of a workbook.
    public var maximumSheets = 4096

    /// The limits that hold unless others are given.
    public static let standard = SheetLimits()

    /// The standard limits, to be changed one by one.
    public init() {}
}
