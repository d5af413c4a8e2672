/// A piece of a page.
///
/// A `String` put into it is escaped; only another `HTML` goes in as it stands, and a literal is known to
/// the compiler, so nothing unescaped can be written by accident.
struct HTML: Sendable, ExpressibleByStringInterpolation {
    typealias StringLiteralType = StaticString

    /// UTF-8.
    private(set) var bytes: [UInt8]

    init() { bytes = [] }

    init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    init(stringInterpolation interpolation: Interpolation) {
        bytes = interpolation.bytes
    }

    var isEmpty: Bool { bytes.isEmpty }

    static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

    /// Collects the literals and values of one interpolated literal.
    struct Interpolation: StringInterpolationProtocol {
        typealias StringLiteralType = StaticString

        fileprivate var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 48)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        mutating func appendInterpolation(_ text: String) { HTMLEscape.append(text, to: &bytes) }

        mutating func appendInterpolation(_ text: String?) {
            if let text { HTMLEscape.append(text, to: &bytes) }
        }

        mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        mutating func appendInterpolation(_ piece: HTML) { bytes += piece.bytes }

        mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { bytes += piece.bytes }
        }

        mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes += piece.bytes }
        }

        /// A piece that stands only on a condition.
        mutating func appendInterpolation(_ piece: @autoclosure () -> HTML, if condition: Bool) {
            if condition { bytes += piece().bytes }
        }
    }
}

extension Sequence<HTML> {
    /// The pieces one behind the other with another between them.
    func joined(separator: HTML) -> HTML {
        var all = HTML()
        for (place, piece) in enumerated() {
            if place > 0 { all += separator }
            all += piece
        }
        return all
    }
}

/// Escapes text for elements and quoted attributes alike.
enum HTMLEscape {
    /// Appends text with `& < > " '` written as references.
    ///
    /// - Complexity: one pass; stretches without such characters are copied whole.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for position in source.indices {
                guard let reference = reference(for: source[position]) else { continue }
                bytes.append(contentsOf: source[start..<position])
                reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = position + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    private static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        default: nil
        }
    }
}
