internal import CExpat

/// Goes through a part of a workbook with expat and tells where in the part's bytes each thing stands.
///
/// Parts in other encodings than UTF-8 are not patched; document types and entities are refused.
final class PartScanner {
    private static let pieceBytes: Int32 = 64 << 10
    private static let longestToken = 4 << 20
    private static let deepest = 64

    private let parser: XML_Parser
    private let visitor: any PartVisitor
    private var failure: (any Error)?
    private var depth = 0
    private var bytesSinceEvent = 0

    private init(_ visitor: any PartVisitor) throws {
        guard let parser = XML_ParserCreate(nil) else { throw SheetError(.xmlBroken, detail: "no memory for expat") }
        self.parser = parser
        self.visitor = visitor
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        setHandlers()
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// Goes through a part as it is unpacked.
    ///
    /// - Throws: ``SheetError``, ``Unpatchable``, and what the visitor throws.
    static func scan(_ entry: ZipEntry, _ visitor: any PartVisitor) throws {
        let scanner = try PartScanner(visitor)
        try scanner.run { room, count in try entry.read(into: room, atMost: count) }
    }

    /// Goes through a part in memory.
    static func scan(_ bytes: [UInt8], _ visitor: any PartVisitor) throws {
        let scanner = try PartScanner(visitor)
        var place = 0
        try scanner.run { room, count in
            let piece = bytes[place..<min(place + count, bytes.count)]
            UnsafeMutableRawBufferPointer(start: room, count: count).copyBytes(from: piece)
            place += piece.count
            return piece.count
        }
    }

    private func run(_ read: (UnsafeMutableRawPointer, Int) throws -> Int) throws {
        var isFirst = true
        while true {
            guard let room = XML_GetBuffer(parser, PartScanner.pieceBytes) else { throw broken() }
            let got = try read(room, Int(PartScanner.pieceBytes))
            if isFirst { try refuseWide(UnsafeRawBufferPointer(start: room, count: got)) }
            isFirst = false
            bytesSinceEvent += got
            guard bytesSinceEvent <= PartScanner.longestToken else {
                throw SheetError(.xmlBroken, detail: "token too long")
            }
            let status = XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0)
            if let failure { throw failure }
            guard status == XML_STATUS_OK else { throw broken() }
            if got == 0 { return }
        }
    }

    private func refuseWide(_ head: UnsafeRawBufferPointer) throws {
        guard head.count > 1 else { return }
        if head[0] >= 0xFE || head[0] == 0 || head[1] == 0 { throw Unpatchable(reason: "UTF-16") }
    }

    private func broken() -> SheetError {
        let code = XML_GetErrorCode(parser)
        let kind: SheetError.Kind = code == XML_ERROR_UNDEFINED_ENTITY ? .xmlEntity : .xmlBroken
        return SheetError(kind, detail: "expat error \(code.rawValue), line \(XML_GetCurrentLineNumber(parser))")
    }

    func bytes(_ count: Int) -> [UInt8] {
        var offset: Int32 = 0
        var size: Int32 = 0
        guard let context = XML_GetInputContext(parser, &offset, &size), Int(offset) + count <= Int(size) else {
            return []
        }
        return Array(UnsafeRawBufferPointer(start: context + Int(offset), count: count))
    }
}

extension PartScanner {
    private func setHandlers() {
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let name else { return }
                PartScanner.with(data) { try $0.started(XMLName(name), XMLAttributes(attributes)) }
            },
            { data, name in
                guard let name else { return }
                PartScanner.with(data) { try $0.ended(XMLName(name)) }
            }
        )
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                PartScanner.with(data) { try $0.passed(UnsafeBufferPointer(start: bytes, count: Int(count))) }
            }
        }
        XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in
            guard let encoding else { return }
            let name = String(cString: encoding).lowercased()
            guard name != "utf-8", name != "utf8", name != "us-ascii" else { return }
            PartScanner.with(data) { _ in throw Unpatchable(reason: name) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            PartScanner.with(data) { _ in throw SheetError(.xmlEntity) }
        }
    }

    private static func with(_ data: UnsafeMutableRawPointer?, _ body: (PartScanner) throws -> Void) {
        guard let data else { return }
        let scanner = Unmanaged<PartScanner>.fromOpaque(data).takeUnretainedValue()
        guard scanner.failure == nil else { return }
        do {
            try body(scanner)
        } catch {
            scanner.failure = error
            XML_StopParser(scanner.parser, XML_Bool(XML_FALSE))
        }
    }

    private var place: (offset: Int64, length: Int) {
        (Int64(XML_GetCurrentByteIndex(parser)), Int(XML_GetCurrentByteCount(parser)))
    }

    private func started(_ name: XMLName, _ attributes: XMLAttributes) throws {
        bytesSinceEvent = 0
        depth += 1
        guard depth <= PartScanner.deepest else { throw SheetError(.xmlBroken, detail: "nested too deep") }
        let (offset, length) = place
        try visitor.start(
            PartTag(name: name, attributes: attributes, offset: offset, length: length, scanner: self)
        )
    }

    private func ended(_ name: XMLName) throws {
        bytesSinceEvent = 0
        depth -= 1
        let (offset, length) = place
        try visitor.end(name, at: offset, length: length)
    }

    private func passed(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        bytesSinceEvent = 0
        let (offset, length) = place
        try visitor.text(bytes, at: offset, length: length)
    }
}
