/// A code broken to the eye so that it can be read aloud; the gaps are drawn, so that it is copied without them.
struct CodeText: Sendable {
    /// The code with blanks where it is broken.
    let spoken: String

    var html: HTML {
        let parts: [HTML] = spoken.split(separator: " ").map { "<span>\(String($0))</span>" }
        return "<span class=\"code\">\(parts)</span>"
    }
}
