/// Finds out how a page or an XML text is encoded: by its mark, by what it is, and last by what it says of itself.
///
/// Pages are often saved anew in another encoding without their declaration being changed, so that bytes count for more.
enum PageEncoding {
    private static let headBytes = 4096
    // With fewer characters than that, bytes in GB18030 may be well formed as UTF-8 by chance.
    private static let convincing = 16

    /// The encoding of a source.
    static func survey(_ source: ByteSource) throws(SheetError) -> TextSurvey {
        let head = try source.head(headBytes)
        if !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]), let wide = unmarked(head) {
            return TextSurvey(wide)
        }
        let survey = try TextSurvey(source, pieceBytes: 64 << 10)
        let isChance = survey.encoding == .utf8 && (1..<convincing).contains(survey.wide)
        return isChance && saysGB(head) ? TextSurvey(.gb18030) : survey
    }

    /// UTF-16 without a mark, by the zeros in its first tag.
    private static func unmarked(_ head: [UInt8]) -> TextEncoding? {
        guard head.count >= 4 else { return nil }
        if head[1] == 0, head[3] == 0, head[0] != 0 { return .utf16LittleEndian }
        if head[0] == 0, head[2] == 0, head[1] != 0 { return .utf16BigEndian }
        return nil
    }

    private static func saysGB(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.map { $0 < 0x80 ? $0 : 63 }, as: UTF8.self).lowercased()
        return ["charset=", "encoding="]
            .contains { word in
                text.split(separator: word, omittingEmptySubsequences: false).dropFirst()
                    .contains { rest in
                        rest.drop { $0 == "\"" || $0 == "'" || $0 == " " }.hasPrefix("gb")
                    }
            }
    }
}
