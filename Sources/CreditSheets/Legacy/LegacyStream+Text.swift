extension LegacyStream {
    /// Appends the text that stands in a record's body, in UTF-8.
    ///
    /// - Throws: `legacyBroken` where it is longer than the record and what continues it, `encodingBroken`.
    func append(
        _ record: LegacyRecord,
        skipping count: Int,
        _ codePage: CodePage,
        hasShortCount: Bool = false,
        to text: inout [UInt8]
    ) throws(SheetError) {
        guard record.count >= count else { throw LegacyStream.shortText }
        let place = ContinuedPlace(record, skipping: count)
        if isUnicode {
            guard let found = LegacyText(place, self, hasShortCount: hasShortCount), found.append(to: &text, self)
            else { throw LegacyStream.shortText }
        } else {
            try codePage.append(narrow(place, hasShortCount)[...], to: &text)
        }
    }

    /// The text that stands in a record's body.
    func text(
        _ record: LegacyRecord,
        skipping count: Int,
        _ codePage: CodePage,
        hasShortCount: Bool = false
    ) throws(SheetError) -> String {
        var text: [UInt8] = []
        try append(record, skipping: count, codePage, hasShortCount: hasShortCount, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text before Excel 97.
    private func narrow(_ start: ContinuedPlace, _ hasShortCount: Bool) throws(SheetError) -> [UInt8] {
        var place = start
        let length = hasShortCount ? place.byte(self).map { Int($0) } : place.word(self)
        guard var left = length else { throw LegacyStream.shortText }
        var text: [UInt8] = []
        while left > 0 {
            let taken = min(left, max(0, place.end - place.position))
            text.append(contentsOf: bytes[place.position..<place.position + taken])
            place.position += taken
            left -= taken
            guard left == 0 || place.goOn(self) else { throw LegacyStream.shortText }
        }
        return text
    }

    private static var shortText: SheetError { SheetError(.legacyBroken, detail: "a text is cut short") }
}
