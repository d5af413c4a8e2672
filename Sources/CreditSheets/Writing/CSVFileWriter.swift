internal import Glibc

/// Writes rows as delimited text to a file, of which only some kilobytes are in memory.
public final class CSVFileWriter {
    private static let bufferBytes = 256 << 10

    private var writer: CSVWriter
    private var descriptor: Int32

    /// Creates a file, or empties one.
    ///
    /// - Throws: `unwritable`.
    public init(
        path: String,
        encoding: TextEncoding = .utf8,
        delimiter: UInt8 = UInt8(ascii: ","),
        lineEnd: String = "\r\n"
    ) throws(SheetError) {
        writer = try CSVWriter(encoding: encoding, delimiter: delimiter, lineEnd: lineEnd)
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SheetError(.unwritable, detail: "errno \(errno)") }
    }

    deinit {
        if descriptor >= 0 { Glibc.close(descriptor) }
    }

    /// Writes a row.
    ///
    /// - Throws: `unwritable`.
    public func write(_ row: some Collection<String>) throws(SheetError) {
        writer.write(row)
        if writer.pendingBytes >= CSVFileWriter.bufferBytes { try flush() }
    }

    /// Writes what is left and closes the file.
    ///
    /// - Throws: `unwritable`; the file is then not whole.
    public func close() throws(SheetError) {
        try flush()
        let closed = Glibc.close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw SheetError(.unwritable, detail: "errno \(errno)") }
    }

    private func flush() throws(SheetError) {
        guard descriptor >= 0 else { throw SheetError(.unwritable, detail: "closed") }
        var rest = try writer.drain()[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw SheetError(.unwritable, detail: "errno \(errno)") }
            rest = rest.dropFirst(max(written, 0))
        }
    }
}
