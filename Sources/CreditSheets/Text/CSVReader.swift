/// Reads delimited text, whatever its encoding, delimiter and line ends, through a buffer of fixed size.
///
/// A blank line is a row without cells. Memory stays flat: the buffer only grows for a record longer than itself, and the
/// limits on columns and cells bound that.
public final class CSVReader: SheetReader {
    /// Bytes read from the file at a time, unless told otherwise.
    public static let standardBufferSize = 256 << 10
    private static let sampleBytes = 64 << 10

    /// The encoding and delimiter that were found.
    public var format: SheetFormat { .delimitedText(stream.encoding, delimiter: delimiter) }
    /// The part of the file that has been read.
    public var progress: Double { stream.progress }

    private let stream: TextStream
    private let delimiter: UInt8
    private var records: RecordReader

    /// Opens a file; the delimiter is found out unless it is given.
    ///
    /// - Throws: `notFound`, `unreadable`, `empty`, `tooLarge`, `notAText`, `encodingBroken`.
    public convenience init(
        path: String,
        delimiter: UInt8? = nil,
        limits: SheetLimits = .standard,
        bufferSize: Int = CSVReader.standardBufferSize
    ) throws(SheetError) {
        try self.init(ByteSource(path: path), delimiter: delimiter, limits: limits, bufferSize: bufferSize)
    }

    /// Reads a text that is already in memory.
    ///
    /// - Throws: `empty`, `tooLarge`, `notAText`, `encodingBroken`.
    public convenience init(
        bytes: [UInt8],
        delimiter: UInt8? = nil,
        limits: SheetLimits = .standard,
        bufferSize: Int = CSVReader.standardBufferSize
    ) throws(SheetError) {
        try self.init(ByteSource(bytes: bytes), delimiter: delimiter, limits: limits, bufferSize: bufferSize)
    }

    init(
        _ source: ByteSource,
        delimiter given: UInt8? = nil,
        limits: SheetLimits,
        bufferSize: Int = CSVReader.standardBufferSize
    ) throws(SheetError) {
        guard source.size > 0 else { throw SheetError(.empty) }
        guard source.size <= limits.maximumBytes else { throw SheetError(.tooLarge, detail: "\(source.size) bytes") }
        let stream = try TextStream(source, pieceBytes: max(bufferSize, 1))
        var feed = TextFeed(stream, bufferSize: bufferSize)
        try feed.fill(toHold: given == nil ? CSVReader.sampleBytes : 1)
        guard feed.count > 0 else { throw SheetError(.empty) }
        let delimiter = given ?? DelimiterGuess.guess(feed.input)
        self.stream = stream
        self.delimiter = delimiter
        records = RecordReader(feed, RecordScanner(delimiter: delimiter), limits)
    }

    /// Reads the next record.
    ///
    /// - Throws: `unterminatedQuote`, `cellTooLong`, `tooManyColumns`, `tooManyRows`, `encodingBroken`, `notAText`,
    ///   `unreadable`.
    public func next(_ row: inout SheetRow) throws(SheetError) -> Bool {
        try records.next(&row)
    }
}
