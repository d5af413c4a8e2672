/// A text with the parts that matched marked, and those emphasised that tell it apart.
struct Marked: Sendable {
    let text: String
    /// Offsets of characters, ascending and apart.
    let ranges: [Range<Int>]
    /// The same, of what tells it apart from others.
    var told: [Range<Int>] = []

    var html: HTML {
        let characters = Array(text)
        var html: HTML = ""
        var start = 0
        while start < characters.count {
            let isMarked = holds(ranges, start)
            let isTold = holds(told, start)
            var end = start + 1
            while end < characters.count, holds(ranges, end) == isMarked, holds(told, end) == isTold { end += 1 }
            html += piece(String(characters[start..<end]), isMarked, isTold)
            start = end
        }
        return html
    }

    private func holds(_ ranges: [Range<Int>], _ place: Int) -> Bool { ranges.contains { $0.contains(place) } }

    private func piece(_ text: String, _ isMarked: Bool, _ isTold: Bool) -> HTML {
        let inner: HTML = isTold ? "<b class=\"told\">\(text)</b>" : "\(text)"
        return isMarked ? "<mark>\(inner)</mark>" : inner
    }
}
