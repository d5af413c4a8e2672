/// A place within a record's body that moves on into the records that continue it (MS-XLS, 2.1.4 and 2.5.293).
struct ContinuedPlace {
    /// The next byte.
    var position: Int
    /// The end of the record that it lies in.
    var end: Int

    /// A place in a record's body.
    init(_ record: LegacyRecord, skipping count: Int = 0) {
        position = record.start + count
        end = record.end
    }

    init(position: Int, end: Int) {
        self.position = position
        self.end = end
    }

    /// Goes over into the record that continues this one; `false` where none does.
    mutating func goOn(_ stream: LegacyStream) -> Bool {
        guard let next = stream.record(at: end), next.kind == .continuation else { return false }
        position = next.start
        end = next.end
        return true
    }

    /// The next byte; `nil` where the record and all that continues it have ended.
    mutating func byte(_ stream: LegacyStream) -> UInt8? {
        while position >= end {
            guard goOn(stream) else { return nil }
        }
        defer { position += 1 }
        return stream.bytes[position]
    }

    /// The next 16 bits.
    mutating func word(_ stream: LegacyStream) -> Int? {
        guard let low = byte(stream), let high = byte(stream) else { return nil }
        return Int(low) | Int(high) << 8
    }

    /// The next 32 bits.
    mutating func long(_ stream: LegacyStream) -> Int? {
        guard let low = word(stream), let high = word(stream) else { return nil }
        return low | high << 16
    }

    /// Passes over some bytes.
    mutating func skip(_ count: Int, _ stream: LegacyStream) -> Bool {
        var left = count
        while left > end - position {
            left -= max(0, end - position)
            guard goOn(stream) else { return false }
        }
        position += left
        return true
    }
}
