/// The strings that a workbook's cells refer to by number: where each lies in the stream, from which it is read when asked for.
struct LegacyStrings {
    /// The place behind the record and all that continues it.
    private(set) var end = 0
    // A sheet has no more cells.
    private static let maximumStrings = 65_536 * 256
    // Where a string begins, above 16 bits for what is left there of its record.
    private var places: [UInt64] = []

    /// No strings.
    init() {}

    /// Passes over all strings of a record once; what it says of their number is not believed.
    ///
    /// - Throws: `tooLarge` where there are more than may be held.
    init(_ record: LegacyRecord, _ stream: LegacyStream, _ limits: SheetLimits) throws(SheetError) {
        end = record.end
        guard record.count >= 8 else { return }
        let claimed = Int(stream.bytes.long(at: record.start + 4))
        let most = min(limits.maximumSharedBytes / (2 * MemoryLayout<UInt64>.size), LegacyStrings.maximumStrings)
        // No string is shorter than three bytes.
        places.reserveCapacity(min(claimed, (stream.bytes.count - record.start) / 3, most))
        var place = ContinuedPlace(record, skipping: 8)
        while places.count < claimed {
            while place.position >= place.end, place.goOn(stream) {}
            guard place.position < place.end, let next = LegacyText(place, stream)?.passed(stream) else { break }
            guard places.count < most else { throw SheetError(.tooLarge, detail: "shared strings") }
            places.append(UInt64(place.position) << 16 | UInt64(place.end - place.position))
            place = next
        }
        while place.goOn(stream) {}
        end = place.end
    }

    /// Appends a string in UTF-8; `false` where there is none of that number.
    func append(_ number: Int, to text: inout [UInt8], _ stream: LegacyStream) -> Bool {
        guard number < places.count else { return false }
        let position = Int(places[number] >> 16)
        let place = ContinuedPlace(position: position, end: position + Int(places[number] & 0xFFFF))
        return LegacyText(place, stream)?.append(to: &text, stream) ?? false
    }
}
