/// A text with the parts that matched marked.
struct Marked: Sendable {
    let text: String
    /// Offsets of characters, ascending and apart.
    let ranges: [Range<Int>]

    var html: HTML {
        let characters = Array(text)
        var html: HTML = ""
        var done = 0
        for range in ranges.map({ $0.clamped(to: done..<max(done, characters.count)) }) where !range.isEmpty {
            html += "\(String(characters[done..<range.lowerBound]))<mark>\(String(characters[range]))</mark>"
            done = range.upperBound
        }
        html += "\(String(characters[done...]))"
        return html
    }
}
