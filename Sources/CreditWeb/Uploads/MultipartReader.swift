import Glibc

/// Reads `multipart/form-data` (RFC 7578) piece by piece, however the pieces are cut; of a part it holds only what might be the
/// beginning of a delimiter.
struct MultipartReader {
    /// Parts beyond which a form is none of ours.
    static let mostParts = 100
    /// Bytes of a part's header.
    static let longestHeader = 8 << 10

    /// What is read.
    enum Event {
        /// A part begins.
        case begin(PartHeader)
        /// Bytes of the part.
        case data(UnsafeRawBufferPointer)
        /// The part is whole.
        case end
    }

    private enum Place {
        case before, header, body, delimiter, after
    }

    private let delimiter: [UInt8]
    // The first delimiter has no line break before it: it is given one.
    private var pending: [UInt8] = [0x0D, 0x0A]
    private var start = 0
    private var place = Place.before
    private var parts = 0

    /// A reader for a `Content-Type`.
    ///
    /// - Throws: `Problem` where it is not that of a form with a file.
    init(contentType: String) throws(Problem) {
        let value = HeaderValue(contentType)
        guard value.name == "multipart/form-data" else { throw .notAForm }
        guard let boundary = value.parameters["boundary"], (1...70).contains(boundary.utf8.count) else {
            throw .brokenForm
        }
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + Array(boundary.utf8)
    }

    /// Takes in a piece.
    mutating func feed(_ piece: UnsafeRawBufferPointer, _ sink: (Event) throws -> Void) throws {
        pending.append(contentsOf: piece)
        while try step(sink) {}
        pending.removeFirst(start)
        start = 0
    }

    /// Nothing more comes.
    func finish() throws(Problem) {
        guard place == .after else { throw .brokenForm }
    }

    /// Reads one thing; `false` where more has to come first.
    private mutating func step(_ sink: (Event) throws -> Void) throws -> Bool {
        switch place {
        case .before, .body: return try readBody(sink)
        case .delimiter: return try readDelimiterEnd()
        case .header: return try readHeader(sink)
        case .after:
            start = pending.count
            return false
        }
    }

    private mutating func readBody(_ sink: (Event) throws -> Void) throws -> Bool {
        let found = delimiterStart()
        let end = found ?? max(start, pending.count - delimiter.count + 1)
        if place == .body, end > start {
            try pending.withUnsafeBytes { try sink(.data(UnsafeRawBufferPointer(rebasing: $0[start..<end]))) }
        }
        start = end
        guard found != nil else { return false }
        if place == .body { try sink(.end) }
        start += delimiter.count
        place = .delimiter
        return true
    }

    private func delimiterStart() -> Int? {
        pending.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            var from = start
            while from + delimiter.count <= bytes.count {
                guard let hit = memchr(base + from, 0x0D, bytes.count - delimiter.count + 1 - from) else { return nil }
                let place = UnsafeRawPointer(hit) - base
                if memcmp(base + place, delimiter, delimiter.count) == 0 { return place }
                from = place + 1
            }
            return nil
        }
    }

    /// What follows a delimiter: two hyphens after the last one, otherwise blanks and the end of the line.
    private mutating func readDelimiterEnd() throws -> Bool {
        guard pending.count >= start + 2 else { return false }
        if pending[start] == 0x2D, pending[start + 1] == 0x2D {
            place = .after
            return true
        }
        var end = start
        while end < pending.count, pending[end] == 0x20 || pending[end] == 0x09 { end += 1 }
        guard end - start < 256 else { throw Problem.brokenForm }
        guard pending.count >= end + 2 else { return false }
        guard pending[end] == 0x0D, pending[end + 1] == 0x0A else { throw Problem.brokenForm }
        parts += 1
        guard parts <= MultipartReader.mostParts else { throw Problem.brokenForm }
        // The line break stays: a part without a header begins with an empty line.
        start = end
        place = .header
        return true
    }

    private mutating func readHeader(_ sink: (Event) throws -> Void) throws -> Bool {
        let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        let limit = min(pending.count, start + MultipartReader.longestHeader)
        var end = start
        while end + 4 <= limit, pending[end..<end + 4] != blank[...] { end += 1 }
        guard end + 4 <= limit else {
            guard limit < start + MultipartReader.longestHeader else { throw Problem.brokenForm }
            return false
        }
        let header = PartHeader(pending[start..<end])
        start = end + 4
        place = .body
        try sink(.begin(header))
        return true
    }
}
