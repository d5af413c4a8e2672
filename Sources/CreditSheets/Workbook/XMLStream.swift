internal import CExpat

/// Feeds a part of a workbook to expat piece by piece, and stops wherever the sink asks for a pause.
///
/// Document types and entities are refused: no workbook has them, and they are how small files become large ones.
final class XMLStream {
    private static let pieceBytes: Int32 = 64 << 10
    // A tag or comment that is longer would be gathered whole in memory by expat.
    private static let longestToken = 4 << 20
    private static let deepest = 64

    private let parser: XML_Parser
    private let bytes: any XMLBytes
    private let sink: any XMLSink
    private var failure: SheetError?
    private var depth = 0
    private var bytesSinceEvent = 0
    private var isPaused = false
    private var isFed = false
    private var isDone = false

    /// A stream of bytes in the encoding that they declare, or in one that is known better.
    init(_ bytes: any XMLBytes, _ sink: any XMLSink, encoding: String? = nil) throws(SheetError) {
        guard let parser = XML_ParserCreate(encoding) else {
            throw SheetError(.xmlBroken, detail: "no memory for expat")
        }
        self.parser = parser
        self.bytes = bytes
        self.sink = sink
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        setHandlers()
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// The part that has been parsed.
    var progress: Double { bytes.progress }

    /// How many bytes stand before what is being parsed.
    var place: Int64 { Int64(XML_GetCurrentByteIndex(parser)) }

    /// Parses a small part from front to back.
    static func parse(_ bytes: any XMLBytes, _ sink: any XMLSink) throws(SheetError) {
        let stream = try XMLStream(bytes, sink)
        while try stream.pull() {}
    }

    /// Parses on until the sink asks for a pause.
    ///
    /// - Returns: `false` when the part, or what the sink wanted of it, has ended.
    func pull() throws(SheetError) -> Bool {
        guard !isDone else { return false }
        var status = isPaused ? XML_ResumeParser(parser) : try feed()
        isPaused = false
        while true {
            if let failure { throw failure }
            if isDone {
                try bytes.drain()
                return false
            }
            switch status {
            case XML_STATUS_SUSPENDED:
                isPaused = true
                return true
            case XML_STATUS_OK where isFed:
                isDone = true
                return false
            case XML_STATUS_OK: status = try feed()
            default: throw broken()
            }
        }
    }

    /// Asks for a pause after the element that is ending.
    func pause() {
        XML_StopParser(parser, XML_Bool(XML_TRUE))
    }

    /// Asks for nothing more of this part.
    func finish() {
        isDone = true
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    /// Gives up with an error.
    func fail(_ error: SheetError) {
        guard failure == nil else { return }
        failure = error
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func feed() throws(SheetError) -> XML_Status {
        guard let room = XML_GetBuffer(parser, XMLStream.pieceBytes) else { throw broken() }
        let got = try bytes.read(into: room, atMost: Int(XMLStream.pieceBytes))
        isFed = got == 0
        bytesSinceEvent += got
        guard bytesSinceEvent <= XMLStream.longestToken else { throw SheetError(.xmlBroken, detail: "token too long") }
        return XML_ParseBuffer(parser, Int32(got), isFed ? 1 : 0)
    }

    private func broken() -> SheetError {
        let code = XML_GetErrorCode(parser)
        let kind: SheetError.Kind = code == XML_ERROR_UNDEFINED_ENTITY ? .xmlEntity : .xmlBroken
        return SheetError(kind, detail: "expat error \(code.rawValue), line \(XML_GetCurrentLineNumber(parser))")
    }
}

extension XMLStream {
    private func setHandlers() {
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let name else { return }
                XMLStream.with(data) { $0.started(XMLName(name), XMLAttributes(attributes)) }
            },
            { data, name in
                guard let name else { return }
                XMLStream.with(data) { $0.ended(XMLName(name)) }
            }
        )
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                XMLStream.with(data) { $0.passed(UnsafeBufferPointer(start: bytes, count: Int(count))) }
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLStream.with(data) { $0.fail(SheetError(.xmlEntity)) }
        }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            XMLStream.with(data) { $0.fail(SheetError(.xmlEntity)) }
        }
    }

    private static func with(_ data: UnsafeMutableRawPointer?, _ body: (XMLStream) -> Void) {
        guard let data else { return }
        body(Unmanaged<XMLStream>.fromOpaque(data).takeUnretainedValue())
    }

    private func started(_ name: XMLName, _ attributes: XMLAttributes) {
        bytesSinceEvent = 0
        depth += 1
        guard depth <= XMLStream.deepest else { return fail(SheetError(.xmlBroken, detail: "nested too deep")) }
        sink.start(name, attributes, self)
    }

    private func ended(_ name: XMLName) {
        bytesSinceEvent = 0
        depth -= 1
        if failure == nil { sink.end(name, self) }
    }

    private func passed(_ bytes: UnsafeBufferPointer<UInt8>) {
        bytesSinceEvent = 0
        if failure == nil { sink.text(bytes, self) }
    }
}
