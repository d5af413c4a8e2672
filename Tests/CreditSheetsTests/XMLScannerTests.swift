import TestSupport
import Testing

@testable import CreditSheets

/// What a parser said of an element, in words; pieces of text are joined.
private struct EventLog {
    private(set) var lines: [String] = []
    private var text = ""

    mutating func start(_ name: String, _ attributes: [(String, String)]) {
        flush()
        lines.append("<\(name) \(attributes.map { "\($0)=\($1)" }.joined(separator: " "))>")
    }

    mutating func end(_ name: String) {
        flush()
        lines.append("</\(name)>")
    }

    mutating func add(_ piece: UnsafeBufferPointer<UInt8>) { text += String(decoding: piece, as: UTF8.self) }

    mutating func flush() {
        if !text.isEmpty { lines.append(text) }
        text = ""
    }
}

private struct ScannedLog: XMLEvents {
    var log = EventLog()

    mutating func start(_ name: ScannedName, _ attributes: borrowing ScannedAttributes) {
        var all: [(String, String)] = []
        for index in 0..<attributes.count {
            let attribute = attributes[index]
            all.append((Self.text(attribute.name), String(decoding: attribute.value, as: UTF8.self)))
        }
        log.start(Self.text(name), all)
    }

    mutating func end(_ name: ScannedName) -> XMLWish {
        log.end(Self.text(name))
        return .more
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) { log.add(piece) }

    private static func text(_ name: ScannedName) -> String {
        String(decoding: UnsafeBufferPointer(start: name.start, count: name.count), as: UTF8.self)
    }
}

private final class ExpatLog: XMLSink {
    var log = EventLog()

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ stream: XMLStream) {
        log.start(name.text, attributes.all)
    }

    func end(_ name: XMLName, _ stream: XMLStream) { log.end(name.text) }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) { log.add(bytes) }
}

@Suite("The scanner and expat")
struct XMLScannerTests {
    private static let part = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
        <!-- 说明 --><worksheet xmlns="m" xmlns:x14ac='z'><?go on?><dimension ref="A1:C9"/><sheetData>\r\n\
        <row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>12</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a&amp;b
        &#20449;&#x6E90;&lt;]] ></t></is></c><c r="C1" t="str"><f>IF(A1&gt;2,"x","y")</f><v><![CDATA[<a> & ]]]></v></c></row>
        <x:row x:r = "2"\t><x:c r='A2' note="a&#10;b\tc&quot;d'e"/></x:row ></sheetData><t>信用𠮷é</t></worksheet><!--end-->
        """

    /// What both say of some bytes; `nil` where one refuses.
    private func both(_ bytes: [UInt8], in folder: ScratchFolder) throws -> (ours: [String]?, expat: [String]?) {
        let path = try WorkbookFile.write(["part.xml": bytes], in: folder)
        let archive = try ZipArchive(ByteSource(path: path), limits: .standard)
        let expat = ExpatLog()
        let expatRefused = refusal { () throws(SheetError) in
            if let entry = try archive.entry("part.xml") { try XMLStream.parse(entry, expat) }
        }
        var ours: [String]?
        let refused = refusal { () throws(SheetError) in
            guard let entry = try archive.entry("part.xml") else { return }
            var log = ScannedLog()
            var scanner = try XMLScanner.open(entry)
            while try scanner.pull(&log) {}
            log.log.flush()
            ours = log.log.lines
        }
        if refused == .xmlEntity || expatRefused == .xmlEntity {
            #expect(refused == expatRefused || refused == .xmlBroken)
        }
        expat.log.flush()
        return (ours, expatRefused == nil ? expat.log.lines : nil)
    }

    private func refusal(_ work: () throws(SheetError) -> Void) -> SheetError.Kind? {
        do throws(SheetError) {
            try work()
            return nil
        } catch {
            return error.kind
        }
    }

    @Test("They say the same of a part with everything in it")
    func same() throws {
        let (ours, expat) = try both(Array(Self.part.utf8), in: ScratchFolder())
        #expect(ours != nil && ours == expat)
    }

    @Test(
        "They say the same of odd texts, or both refuse",
        arguments: [
            "", " ", "<a/>", " <a/>", "<a></a >", "<a ></a>", "<a><b></a></b>", "<a", "<a>", "<a/", "<a/>x", "x<a/>",
            "<a/><b/>",
            "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a b=1/>", "<a b/>", "<a b='<'/>", "<a b='&lt;'/>",
            "<a b=\"'\" c='\"'/>",
            "<a>]]></a>", "<a>]]&gt;</a>", "<a>]] ></a>", "<a>]</a>", "<a>></a>", "<a>&</a>", "<a>&;</a>", "<a>&#;</a>",
            "<a>&#x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>", "<a>&#1114112;</a>",
            "<a>&#x10FFFF;</a>",
            "<a>&#X41;</a>", "<a>&amp</a>", "<a>& amp;</a>", "<a>&AMP;</a>", "<a>\u{1}</a>",
            "<a>\u{7F}\u{85}\u{FFFD}</a>",
            "<a>\u{FFFE}</a>", "<a>\0</a>", "<a>\r\r\n\n</a>", "<a b='\r\n\t x\n'/>", "<!-- -- --><a/>", "<!----><a/>",
            "<!---><a/>",
            "<a><!-- x --->y</a>", "<?xml version='1.0'?><a/>", " <?xml version='1.0'?><a/>", "<?xml?><a/>",
            "<?xml version='1.0' encoding='utf-8' standalone='maybe'?><a/>", "<?XML version='1.0'?><a/>",
            "<?xml encoding='UTF-8' version='1.0'?><a/>", "<a><?xml version='1.0'?></a>", "<a><?x?></a>",
            "<a><? x?></a>",
            "<?xml-stylesheet href='x'?><a/>", "<![CDATA[x]]><a/>", "<a><![CDATA[]]></a>",
            "<a><![CDATA[\r\n\r]]]]></a>",
            "<a><![CDATA[\u{1}]]></a>", "<a><![cdata[x]]></a>", "<!DOCTYPE a><a/>", "<a><!DOCTYPE a></a>",
            "<!doctype a><a/>",
            "<a:b c:d='1'/>", "<a.-_1/>", "<1a/>", "<-a/>", "< a/>", "</a>", "<a></b>", "<a></a", "<a></", "<a><",
            "<a><!", "<a>&#",
            "\u{FEFF}<a/>", "<a>\u{FEFF}</a>", "<a/>\u{FEFF}", "<a/><!-- x", "<a/><?x", "<a/> \n<!-- x -->\n<?y z?>",
        ]
    )
    func odd(text: String) throws {
        let (ours, expat) = try both(Array(text.utf8), in: ScratchFolder())
        #expect(ours == expat)
    }

    @Test(
        "They say the same of bytes that are no characters",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC2], [0xE4, 0xBF], [0xE4, 0xBF, 0x3C], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF],
            [0xF0, 0xA0, 0xAE, 0xB7], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xEF, 0xBB, 0xBF],
        ] as [[UInt8]]
    )
    func bytes(middle: [UInt8]) throws {
        let folder = try ScratchFolder()
        for (before, after) in [
            ("<a>", "</a>"), ("<a b='", "'/>"), ("<a><!--", "--></a>"), ("<a><![CDATA[", "]]></a>"),
        ] {
            let (ours, expat) = try both(Array(before.utf8) + middle + Array(after.utf8), in: folder)
            #expect(ours == expat, "\(before)")
        }
    }

    @Test(
        "They say the same of UTF-16, of either order, with and without a mark",
        arguments: [true, false],
        [true, false]
    )
    func utf16(isLittle: Bool, isMarked: Bool) throws {
        let text = Self.part.replacing("UTF-8", with: "UTF-16")
        let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
        let bytes = units.flatMap {
            isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
        let (ours, expat) = try both(bytes, in: ScratchFolder())
        #expect(ours != nil && ours == expat)
        let odd = try both(bytes.dropLast(), in: ScratchFolder())
        #expect(odd.ours == nil && odd.expat == nil)
    }

    @Test("What a part declares to be in GB18030 is read, which expat does not")
    func gb18030() throws {
        let bytes =
            Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8) + [0xD0, 0xC5, 0xD3, 0xC3] + Array("</a>".utf8)
        #expect(try both(bytes, in: ScratchFolder()).ours == ["<a >", "信用", "</a>"])
        let unknown = Array("<?xml version='1.0' encoding='klingon'?><a/>".utf8)
        #expect(try both(unknown, in: ScratchFolder()).ours == nil)
    }

    @Test("They say the same of a damaged part, or both refuse", arguments: 0..<8)
    func damaged(seed: Int) throws {
        let folder = try ScratchFolder()
        var generator = SplitMix(state: UInt64(seed))
        let whole = Array(Self.part.utf8)
        let signs = Array("<>&;/=\"' !?-[]#xa1:\r\n\t\0".utf8) + [0x80, 0xE4, 0xFF]
        for _ in 0..<120 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = signs.randomElement(using: &generator) ?? 0
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
                default:
                    bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &generator)))
                }
            }
            let (ours, expat) = try both(bytes, in: folder)
            if ours != expat {
                Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(ours ?? [])\n\(expat ?? [])")
            }
        }
    }

    @Test("Wherever the window ends, nothing changes")
    func windowEnds() throws {
        let folder = try ScratchFolder()
        let tail = "<r a='x&amp;y'>信用&#20449;\r\n]]&gt;<!--c--><![CDATA[d]]><?e f?></r>"
        for shift in 0..<70 {
            let filler = String(repeating: "x", count: XMLScanner.windowBytes - shift)
            let (ours, expat) = try both(Array("<a>\(filler)\(tail)\(tail)</a>".utf8), in: folder)
            if ours != expat || ours == nil { Issue.record("shift \(shift)") }
        }
    }
}
