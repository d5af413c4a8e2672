/// A code broken to the eye so that it can be read aloud; the gaps are drawn, so that it is copied without them.
struct CodeText: Sendable {
    /// The code with blanks where it is broken.
    let spoken: String
    /// Which characters of it, blanks not counted, are marked.
    var matched: [Range<Int>] = []

    var html: HTML {
        var start = 0
        var parts: HTML = ""
        for part in spoken.split(separator: " ") {
            let ranges = matched.map { max(0, $0.lowerBound - start)..<max(0, $0.upperBound - start) }
            parts += "<span>\(Marked(text: String(part), ranges: ranges).html)</span>"
            start += part.count
        }
        return "<span class=\"code\">\(parts)</span>"
    }
}
