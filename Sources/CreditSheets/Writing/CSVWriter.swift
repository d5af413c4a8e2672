/// Writes rows as delimited text (RFC 4180), into memory, from which they are drained as often as is wanted.
///
/// ```swift
/// var writer = try CSVWriter(encoding: .utf8BOM)
/// writer.write(["统一社会信用代码", "名称"])
/// let bytes = try writer.drain()
/// ```
public struct CSVWriter {
    /// Bytes that wait to be drained, in UTF-8 before they are encoded.
    public var pendingBytes: Int { pending.count }

    private let encoding: TextEncoding
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private let converter: TextConverter?
    private var pending: [UInt8] = []
    private var isMarked = false

    /// A writer of an encoding, delimiter and line end; Excel expects ``TextEncoding/utf8BOM`` and CRLF.
    ///
    /// - Throws: `unwritable` where the system lacks the encoding.
    public init(
        encoding: TextEncoding = .utf8,
        delimiter: UInt8 = UInt8(ascii: ","),
        lineEnd: String = "\r\n"
    ) throws(SheetError) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.lineEnd = Array(lineEnd.utf8)
        let isUTF8 = encoding == .utf8 || encoding == .utf8BOM
        do throws(SheetError) {
            converter = isUTF8 ? nil : try TextConverter(from: "UTF-8", to: encoding.iconvName)
        } catch {
            throw SheetError(.unwritable, detail: error.detail)
        }
    }

    /// Writes a row; one without cells is a blank line, which a row of one empty cell is not.
    public mutating func write(_ row: some Collection<String>) {
        var isFirst = true
        for cell in row {
            if !isFirst { pending.append(delimiter) }
            append(cell, isAlone: row.count == 1)
            isFirst = false
        }
        pending.append(contentsOf: lineEnd)
    }

    /// Takes out what has been written since the last time, encoded.
    ///
    /// - Throws: `unwritable` for a character that the encoding lacks.
    public mutating func drain() throws(SheetError) -> [UInt8] {
        var encoded = isMarked ? [] : encoding.mark
        isMarked = true
        encoded += try converter?.convert(all: pending) ?? pending
        pending.removeAll(keepingCapacity: true)
        return encoded
    }

    private mutating func append(_ cell: String, isAlone: Bool) {
        guard isAlone && cell.isEmpty || cell.utf8.contains(where: needsQuotes) else {
            return pending.append(contentsOf: cell.utf8)
        }
        let quote = UInt8(ascii: "\"")
        pending.append(quote)
        for byte in cell.utf8 {
            if byte == quote { pending.append(quote) }
            pending.append(byte)
        }
        pending.append(quote)
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}

extension TextConverter {
    /// Converts the whole of a text.
    fileprivate func convert(all text: [UInt8]) throws(SheetError) -> [UInt8] {
        var input = text
        // No encoding among ours takes more than twice the bytes of UTF-8.
        let room = text.count * 2 + 16
        var stop = Stop.inputDone
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeMutableBufferPointer { input in
                guard let from = input.baseAddress, let to = buffer.baseAddress else { return }
                let step = convert(from, input.count, into: to, room: room)
                count = step.produced
                stop = step.stop
            }
        }
        guard stop == .inputDone else { throw SheetError(.unwritable, detail: "character") }
        return output
    }
}
