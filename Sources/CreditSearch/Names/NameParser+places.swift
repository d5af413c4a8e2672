/// Finding the place that a name begins with.
extension NameParser {
    /// How far the places at the beginning of a name reach.
    struct Head {
        /// Where what follows them begins.
        var end = 0
        /// Where the last of them begins if it is listed by a short spelling; else `end`.
        var lastShort = 0
        /// Which place was said before that one.
        var keyBefore = PlaceKey()
    }

    /// Province, city, county and town one behind the other, as far as they lie in one another; `minimumRest` units stay.
    func place(
        _ units: UnsafeBufferPointer<UInt16>,
        from start: Int,
        end: Int,
        minimumRest: Int,
        _ key: inout PlaceKey
    ) -> Head {
        var head = Head(end: start, lastShort: start)
        for _ in 0..<4 {
            guard let next = next(units, from: head.end, end: end - minimumRest, after: key) else { return head }
            head.keyBefore = key
            head.lastShort = next.isShort ? head.end : head.end + next.length
            head.end += next.length
            key = next.key
        }
        return head
    }

    private func next(
        _ units: UnsafeBufferPointer<UInt16>,
        from start: Int,
        end: Int,
        after key: PlaceKey
    ) -> (length: Int, key: PlaceKey, isShort: Bool)? {
        guard start < end else { return nil }
        let listed = words.places.match(units, from: start, end: end)
            .flatMap { found -> (length: Int, key: PlaceKey, isShort: Bool)? in
                let place = words.listed[Int(found.number)]
                return lies(place.key, in: key) ? (found.length, place.key, place.isShort) : nil
            }
        if let listed, !listed.isShort { return listed }
        if let length = pattern(units, from: start, end: end, after: key), length > listed?.length ?? 0 {
            var local = key
            // The hash goes by county and town together, each of which has to be the same.
            let own = UnitHash.of(units[start..<(start + length)])
            local.local = key.local == 0 ? own : key.local &* 31 ^ own
            return (length, local, false)
        }
        return listed
    }

    /// Whether a place can follow another in a name: a city its province, a district its city.
    private func lies(_ place: PlaceKey, in outer: PlaceKey) -> Bool {
        if outer.isNone { return true }
        if place.isUnclear || outer.local != 0 && !outer.isUnclear { return false }
        if outer.isUnclear { return place.city != 0 }
        guard place.province == outer.province else { return false }
        return outer.city == 0 ? place.city != 0 : place.city == outer.city && place.local != 0
    }

    /// A county by its last character; a town too where a place stands before it.
    private func pattern(
        _ units: UnsafeBufferPointer<UInt16>,
        from start: Int,
        end: Int,
        after key: PlaceKey
    ) -> Int? {
        for length in 2...12 where start + length <= end {
            let last = start + length - 1
            let isCounty = words.countyEndings.contains(units[last])
            guard isCounty || !key.isNone && words.townEndings.contains(units[last]) else { continue }
            // 县 alone takes one character before it, and 自治县 more than four.
            if length == 2, units[last] != NameParser.county { continue }
            if length > 5, units[last - 1] != NameParser.selfGoverning { continue }
            // 商贸区 would be no place, and so would 超市; neither is 大市场.
            if isNoPlace(units[last - 1], units[last]) { return nil }
            if last + 1 < units.count, isNoPlace(units[last], units[last + 1]) { return nil }
            return length
        }
        return nil
    }

    private static let county: UInt16 = 0x53BF
    private static let selfGoverning: UInt16 = 0x6CBB

    private func isNoPlace(_ one: UInt16, _ other: UInt16) -> Bool {
        words.notPlaces.contains(UInt32(one) << 16 | UInt32(other))
    }
}
