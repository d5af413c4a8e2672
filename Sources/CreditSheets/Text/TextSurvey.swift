internal import Glibc

/// Reads a text once through to learn how it is encoded, before the first row is handed out.
struct TextSurvey {
    /// The encoding.
    let encoding: TextEncoding
    /// Whether some bytes are broken and are to be replaced by U+FFFD, so that only their rows suffer.
    let needsRepair: Bool
    /// Characters beyond ASCII, if it is UTF-8.
    let wide: Int

    /// Looks at the whole of a source.
    ///
    /// A system that cuts a text at so many bytes leaves half a character here and there: such a text is still UTF-8, while
    /// one in GB18030 has hardly a sequence that is well formed as UTF-8.
    init(_ source: ByteSource, pieceBytes: Int) throws(SheetError) {
        let head = try source.head(4)
        if let encoding = TextSurvey.marked(head), encoding != .utf8BOM {
            self.encoding = encoding
            needsRepair = true
            wide = 0
            return
        }
        let survey = try TextSurvey.survey(source, pieceBytes: pieceBytes)
        guard !survey.hasNUL else { throw SheetError(.notAText) }
        let isMarked = TextSurvey.marked(head) == .utf8BOM
        let isUTF8 = survey.broken == 0 || isMarked || survey.broken * 20 < survey.wide
        encoding = isMarked ? .utf8BOM : isUTF8 ? .utf8 : .gb18030
        needsRepair = survey.broken > 0
        wide = survey.wide
    }

    /// An encoding that is known by other means.
    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        needsRepair = true
        wide = 0
    }

    private static func marked(_ head: [UInt8]) -> TextEncoding? {
        [.utf8BOM, .utf16LittleEndian, .utf16BigEndian].first { head.starts(with: $0.mark) }
    }

    private static func survey(_ source: ByteSource, pieceBytes: Int) throws(SheetError) -> UTF8Survey {
        var survey = UTF8Survey()
        let room = Memory(count: pieceBytes + 4)
        var kept = 0
        source.rewind()
        while !survey.hasNUL {
            let got = try source.read(into: room.base + kept, atMost: pieceBytes)
            let filled = kept + got
            kept = survey.look(room.base, count: filled, last: got == 0)
            if got == 0 { break }
            memmove(room.base, room.base + (filled - kept), kept)
        }
        return survey
    }
}
