/// The code page in which Excel 5 and 95, and the scripts that imitate them, write texts.
final class CodePage {
    private static let unicode = 1200
    private let number: Int?
    private var converter: TextConverter?

    /// A code page by its number; where the workbook names none, a text is UTF-8 if it can be, else GB18030.
    init(_ number: Int?) {
        self.number = number == CodePage.unicode ? nil : number
    }

    /// Appends a text in UTF-8; what is broken in it becomes U+FFFD, and NUL is left out.
    ///
    /// - Throws: `encodingBroken` where nobody knows the code page.
    func append(_ piece: ArraySlice<UInt8>, to text: inout [UInt8]) throws(SheetError) {
        if piece.allSatisfy({ $0 &- 1 < 0x7F }) { return text.append(contentsOf: piece) }
        var bytes = piece.filter { $0 != 0 }
        if number == nil, String(validating: bytes, as: UTF8.self) != nil {
            return text.append(contentsOf: bytes)
        }
        let converter = try opened()
        // No character of a code page, and no broken byte, takes more than four times its room.
        let room = [UInt8](unsafeUninitializedCapacity: bytes.count * 4 + 4) { output, count in
            bytes.withUnsafeMutableBufferPointer { count = CodePage.convert($0, into: output, converter) }
        }
        text.append(contentsOf: room)
    }

    private func opened() throws(SheetError) -> TextConverter {
        if let converter { return converter }
        let opened = try TextConverter(from: CodePage.name(number ?? 936), to: "UTF-8")
        converter = opened
        return opened
    }

    /// Converts a whole text, and gives the number of bytes written.
    private static func convert(
        _ input: UnsafeMutableBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>,
        _ converter: TextConverter
    ) -> Int {
        guard let from = input.baseAddress, let to = output.baseAddress else { return 0 }
        var read = 0
        var written = 0
        while read < input.count, output.count - written > 3 {
            let step = converter.convert(
                from + read,
                input.count - read,
                into: to + written,
                room: output.count - written
            )
            read += step.consumed
            written += step.produced
            guard read < input.count, output.count - written > 3 else { break }
            // U+FFFD in UTF-8, for one byte of the input.
            for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
                output[written] = byte
                written += 1
            }
            read += 1
        }
        return written
    }

    /// The name by which iconv knows a code page.
    private static func name(_ number: Int) -> String {
        switch number {
        case 936, 10_008, 54_936: "GB18030"
        case 950, 10_002: "BIG5-HKSCS"
        case 10_000, 32_768: "MACINTOSH"
        case 32_769: "CP1252"
        case 65_001: "UTF-8"
        default: "CP\(number)"
        }
    }
}
