public import CreditCatalogue

/// Takes names of organisations apart by the catalogue's words.
///
/// ```swift
/// let parser = NameParser(catalogue.names, city: catalogue.city)
/// let parts = parser.parts(of: "松溪市鑫源商贸有限公司第一分公司")
/// parts.text(parts.branch)  // 第一分公司
/// ```
///
/// It is a value without state: the same name always has the same parts. Where words are lacking it leaves more to the brand,
/// so that two names are rather told apart than taken for one.
public struct NameParser: Sendable {
    let words: NameVocabulary

    /// A parser of the catalogue's words; the city's own name and its districts are places as well.
    public init(_ words: NameWords, city: City?) {
        self.words = NameVocabulary(words, city: city)
    }

    /// The parts of a name.
    ///
    /// - Complexity: a few table look-ups a character, and one allocation for the units.
    public func parts(of name: String) -> NameParts {
        var parts = NameParts()
        let brackets = fold(name, into: &parts)
        let units = parts.units
        units.withUnsafeBufferPointer { split($0, brackets, into: &parts) }
        return parts
    }

    /// How many folded units stand before the brand of a name.
    public func brandStart(of name: String) -> Int { parts(of: name).brand.lowerBound }

    /// The place that a text says, such as a column of places: 松溪市.
    public func place(of text: String) -> PlaceKey {
        NameFolding.fold(text)
            .withUnsafeBufferPointer { units in
                var key = PlaceKey()
                _ = place(units, from: 0, end: units.count, minimumRest: 0, &key)
                return key
            }
    }

    // MARK: - Splitting

    private func split(_ units: UnsafeBufferPointer<UInt16>, _ brackets: Brackets, into parts: inout NameParts) {
        var key = PlaceKey()
        // 七金（松溪市）… is no county 七金松溪市: a place does not run into brackets.
        let limit = brackets.ranges.first { $0.lowerBound > 0 }?.lowerBound ?? units.count
        let head = place(units, from: 0, end: limit, minimumRest: limit == units.count ? 1 : 0, &key)
        var start = head.end
        parts.branch = branch(units, start)
        let end = parts.branch.isEmpty ? units.count : parts.branch.lowerBound
        parts.form = form(units, start, end, into: &parts)
        let middle = parts.form.isEmpty ? end : parts.form.lowerBound
        parts.trade = trade(units, start, middle, into: &parts)
        let rest = parts.trade.isEmpty ? middle : parts.trade.lowerBound
        // A brand of one character behind a short place: 长春堂 is a brand, and says no place.
        if head.lastShort < start, rest - start == 1 {
            start = head.lastShort
            key = head.keyBefore
        }
        parts.place = 0..<start
        parts.brand = start..<max(start, rest)
        parts.placeKey = key
        if start == 0 { takePlaceInside(units, brackets, into: &parts) }
    }

    /// A place in brackets behind the brand, or behind the trade; what follows it before the form belongs to the trade.
    private func takePlaceInside(
        _ units: UnsafeBufferPointer<UInt16>,
        _ brackets: Brackets,
        into parts: inout NameParts
    ) {
        for bracket in brackets.ranges where bracket.lowerBound > 0 && !bracket.isEmpty {
            guard bracket.upperBound <= parts.brand.upperBound else { continue }
            var key = PlaceKey()
            let found = place(units, from: bracket.lowerBound, end: bracket.upperBound, minimumRest: 0, &key)
            guard found.end == bracket.upperBound else { continue }
            let end = parts.trade.isEmpty ? parts.brand.upperBound : parts.trade.upperBound
            if end == bracket.upperBound {
                parts.trade = trade(units, 0, bracket.lowerBound, into: &parts)
            } else {
                parts.trade = bracket.upperBound..<end
            }
            let isBehind = end == bracket.upperBound && !parts.trade.isEmpty
            parts.brand = 0..<(isBehind ? parts.trade.lowerBound : bracket.lowerBound)
            parts.place = bracket
            parts.placeKey = key
            parts.isPlaceInside = true
            return
        }
    }

    /// What follows a form that ends the name, else a branch word at the end with its number.
    private func branch(_ units: UnsafeBufferPointer<UInt16>, _ start: Int) -> Range<Int> {
        var place = start
        while place < units.count {
            if let ending = words.endings.match(units, from: place, end: units.count) {
                let end = place + ending.length
                return end < units.count ? end..<units.count : 0..<0
            }
            place += 1
        }
        guard let word = words.branches.match(units, upTo: units.count, start: start) else { return 0..<0 }
        if let form = words.forms.match(units, upTo: units.count, start: start), form.length > word.length {
            return 0..<0
        }
        var from = units.count - word.length
        while from > start, NameParser.isNumber(units[from - 1]) { from -= 1 }
        return from > start ? from..<units.count : 0..<0
    }

    private func form(
        _ units: UnsafeBufferPointer<UInt16>,
        _ start: Int,
        _ end: Int,
        into parts: inout NameParts
    ) -> Range<Int> {
        guard let form = words.forms.match(units, upTo: end, start: start) else { return 0..<0 }
        parts.formGroup = UInt16(truncatingIfNeeded: form.number)
        parts.isFormEnding = words.endings.match(units, from: end - form.length, end: end)?.length == form.length
        return (end - form.length)..<end
    }

    /// Trade words before the form, one before the other, as long as two characters are left for the brand.
    private func trade(
        _ units: UnsafeBufferPointer<UInt16>,
        _ start: Int,
        _ end: Int,
        into parts: inout NameParts
    ) -> Range<Int> {
        var from = end
        var groups: UInt64 = 0
        while let word = words.trades.match(units, upTo: from, start: min(start + 2, from)) {
            groups = NameParser.add(UInt64(word.number), to: groups)
            from -= word.length
        }
        if from == end, let word = words.trades.match(units, upTo: end, start: start) {
            groups = UInt64(word.number)
            from -= word.length
        }
        parts.tradeGroups = groups
        return from < end ? from..<end : 0..<0
    }

    /// Up to four groups in sixteen bits each, ascending; more are left out.
    static func add(_ group: UInt64, to groups: UInt64) -> UInt64 {
        var kept = (groups & 0xFFFF, groups >> 16 & 0xFFFF, groups >> 32 & 0xFFFF, groups >> 48)
        var new = group
        if new == 0 || kept.0 == new || kept.1 == new || kept.2 == new || kept.3 == new { return groups }
        if kept.0 == 0 || new < kept.0 { swap(&kept.0, &new) }
        if new != 0, kept.1 == 0 || new < kept.1 { swap(&kept.1, &new) }
        if new != 0, kept.2 == 0 || new < kept.2 { swap(&kept.2, &new) }
        if new != 0, kept.3 == 0 || new < kept.3 { swap(&kept.3, &new) }
        return kept.0 | kept.1 << 16 | kept.2 << 32 | kept.3 << 48
    }

    /// Digits and letters, and what numbers a branch in Chinese: 第二.
    private static func isNumber(_ unit: UInt16) -> Bool { unit < 0x5B && unit >= 0x30 || numbers.contains(unit) }

    private static let numbers = UnitSet("第〇零一二三四五六七八九十百两".utf16)
}
