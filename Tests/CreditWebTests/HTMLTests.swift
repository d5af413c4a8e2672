import Testing

@testable import CreditWeb

@Suite("HTML as a value")
struct HTMLTests {
    @Test(
        "text is escaped for elements and attributes",
        arguments: [
            ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
            ("辽源𠮷", "辽源𠮷"), ("", ""),
        ]
    )
    func textIsEscaped(text: String, expected: String) {
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<p title=\"\(expected)\">\(expected)</p>")
    }

    @Test("a piece goes in as it stands, nothing goes in for nil or a false condition")
    func piecesStand() {
        let piece: HTML = "<b>\("<")</b>"
        let none: HTML? = nil
        let html: HTML = "\(piece)\(none)\(piece, if: false)\([piece, piece])\(7)"
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<b>&lt;</b><b>&lt;</b><b>&lt;</b>7")
    }

    @Test("queries come back as they were sent", arguments: ["辽源 100%", "a+b&c=d", "𠮷野家", ""])
    func encodingRoundTrip(text: String) {
        #expect(URLEncoding.decode(URLEncoding.encode(text)) == text)
    }

    @Test("broken encodings are no text", arguments: ["%", "%4", "%zz", "%ff"])
    func brokenEncoding(text: String) {
        #expect(URLEncoding.decode(text) == nil)
    }
}
