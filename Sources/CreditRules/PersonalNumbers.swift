import CreditModel

/// The places in a text of numbers that would point to a person, as offsets of bytes, left to right without overlap.
struct PersonalNumbers {
    private(set) var ranges: [Range<Int>] = []
    private let text: PlainSigns

    /// Looks through the groups of digits of a text.
    init(in text: PlainSigns, of bytes: UnsafeBufferPointer<UInt8>, on today: Day) {
        self.text = text
        var places: [Range<Int>] = []
        for group in text.groups.indices {
            places += CitizenNumber.ranges(in: text, from: group, on: today)
            places += [lookalike(at: group), card(from: group), telephone(from: group)].compactMap(\.self)
        }
        let plates = text.signs.indices.compactMap { plate(at: $0, bytes) }
        var end = 0
        for place in (places + plates).sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
        where place.lowerBound >= end {
            ranges.append(text.bytes(place))
            end = place.upperBound
        }
    }

    // MARK: - Citizen numbers with a slip in them

    /// Eighteen digits in one piece, the last perhaps an X, with a birth date in them: somebody's number.
    ///
    /// Its check may fail; in doubt it is not shown (limit 10). A unified code stands.
    private func lookalike(at first: Int) -> Range<Int>? {
        let digits = text.groups[first]
        let closes = digits.upperBound < text.signs.count && text.signs[digits.upperBound] | 0x20 == 0x78
        guard isOpen(before: first), digits.count == 18 || (digits.count == 17 && closes) else { return nil }
        let place = digits.lowerBound..<(digits.lowerBound + 18)
        let signs = Array(text.signs[place])
        guard CitizenNumber.namesBirthday(signs), CreditCode.defect(in: signs) != nil else { return nil }
        return place
    }

    // MARK: - Cards

    /// A bank card: 16–19 digits with a Luhn check, in one piece or as printed, in fours or the issuer's six before the rest.
    private func card(from first: Int) -> Range<Int>? {
        guard isOpen(before: first) else { return nil }
        let whole = text.groups[first]
        if (16...19).contains(whole.count) { return isClosed(after: first) && isCard([whole]) ? whole : nil }
        guard !isJoined(first - 1) else { return nil }
        let gap = text.gap(after: first)
        var groups = [whole]
        var last = first
        while let next = text.gap(after: last), next == gap,
            groups.reduce(0, { $0 + $1.count }) < 16 || groups.count == 4
        {
            last += 1
            groups.append(text.groups[last])
        }
        for count in stride(from: groups.count, to: 1, by: -1) {
            let some = Array(groups.prefix(count))
            guard isPrinted(some.map(\.count)), isClosed(after: first + count - 1),
                !isJoined(first + count - 1), isCard(some)
            else { continue }
            return whole.lowerBound..<some[count - 1].upperBound
        }
        return nil
    }

    private func isPrinted(_ sizes: [Int]) -> Bool {
        let inFours =
            sizes.count >= 4 && sizes.dropLast().allSatisfy { $0 == 4 } && (1...4).contains(sizes[sizes.count - 1])
        return inFours || (sizes.count == 2 && sizes[0] == 6 && (10...13).contains(sizes[1]))
    }

    private func isCard(_ groups: [Range<Int>]) -> Bool {
        let digits = text.digits(of: groups)
        guard (16...19).contains(digits.count), PersonalNumbers.isLuhn(digits) else { return false }
        // In groups only what begins as cards do: dates in a row have a Luhn check by chance, too.
        if groups.count > 1 { return (0x33...0x36).contains(digits[0]) }
        return digits.count != 18 || CreditCode.defect(in: digits) != nil
    }

    private static func isLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit) - 0x30
            sum += place % 2 == 1 ? (value > 4 ? value * 2 - 9 : value * 2) : value
        }
        return sum % 10 == 0
    }

    // MARK: - Telephones

    /// A mobile or landline telephone, with or without the code of the country.
    private func telephone(from first: Int) -> Range<Int>? {
        guard isOpen(before: first) else { return nil }
        let whole = text.groups[first]
        if let found = telephone(startingAt: whole.lowerBound, in: first, isAbroad: false) { return found }
        let isPlus = whole.lowerBound > 0 && text.signs[whole.lowerBound - 1] == 0x2B
        for code in ["0086", "86"] where text.signs[whole].starts(with: code.utf8) {
            let start = whole.lowerBound + code.utf8.count
            let isCode = isPlus || code == "0086"
            let found =
                start < whole.upperBound
                ? telephone(startingAt: start, in: first, isAbroad: isCode)
                : next(after: first, isCode: isCode)
                    .flatMap {
                        telephone(startingAt: text.groups[$0].lowerBound, in: $0, isAbroad: isCode)
                    }
            if let found { return whole.lowerBound..<found.upperBound }
        }
        return nil
    }

    /// The group behind the code of a country: `+86 138…`, `(+86)138…`.
    private func next(after first: Int, isCode: Bool) -> Int? {
        guard isCode, first + 1 < text.groups.count else { return nil }
        let between = text.signs[text.groups[first].upperBound..<text.groups[first + 1].lowerBound]
        return between.count <= 3 && between.allSatisfy { [0x20, 0x2D, 0x29].contains($0) } ? first + 1 : nil
    }

    private func telephone(startingAt start: Int, in first: Int, isAbroad: Bool) -> Range<Int>? {
        var sizes = [text.groups[first].upperBound - start]
        let isMobile =
            text.signs[start] == 0x31 && start + 1 < text.signs.count && (0x33...0x39).contains(text.signs[start + 1])
        if isMobile {
            var last = first
            while sizes.reduce(0, +) < 11, sizes.count < 3, text.gap(after: last) != nil {
                last += 1
                sizes.append(text.groups[last].count)
            }
            let isAlone = sizes.count == 1 || !(isJoined(first - 1) || isJoined(last))
            guard PersonalNumbers.mobiles.contains(sizes), isClosed(after: last), isAlone else { return nil }
            return start..<text.groups[last].upperBound
        }
        let hasArea = text.signs[start] == 0x30 ? (3...4).contains(sizes[0]) : isAbroad && (2...3).contains(sizes[0])
        return hasArea ? landline(from: start, area: first) : nil
    }

    private static let mobiles: Set<[Int]> = [[11], [3, 8], [7, 4], [3, 4, 4]]

    /// `0437-3123456`, `0437 3123456`, `(0437)3123456`, `010-1234-5678`.
    private func landline(from start: Int, area: Int) -> Range<Int>? {
        guard area + 1 < text.groups.count, !isJoined(area - 1) else { return nil }
        let code = text.groups[area]
        let isInBrackets = start > 0 && text.signs[start - 1] == 0x28 && text.signs[code.upperBound] == 0x29
        let between = text.signs[(code.upperBound + (isInBrackets ? 1 : 0))..<text.groups[area + 1].lowerBound]
        guard between.count <= 3, between.allSatisfy({ $0 == 0x20 || $0 == 0x2D }), isInBrackets || !between.isEmpty
        else {
            return nil
        }
        var last = area + 1
        if (3...4).contains(text.groups[last].count), text.gap(after: last) == [0x2D], between == [0x2D] || isInBrackets
        {
            last += 1
            guard text.groups[last].count == 4 else { return nil }
        } else {
            guard (7...8).contains(text.groups[last].count) else { return nil }
        }
        return isClosed(after: last) ? (isInBrackets ? start - 1 : start)..<text.groups[last].upperBound : nil
    }

    // MARK: - Plates

    /// 吉D12345: a province's character, a letter, five or six letters or digits.
    private func plate(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let signs = text.signs
        guard signs[start] == PlainSigns.other, start + 6 < signs.count, isCapital(signs[start + 1]) else { return nil }
        let character = bytes[text.bytes(start..<(start + 1))]
        guard PersonalNumbers.provinces.contains(where: { $0.elementsEqual(character) }) else { return nil }
        // 吉D·12345
        let first = start + (signs[start + 2] == PlainSigns.other ? 3 : 2)
        let end = signs[first...].firstIndex { !isDigit($0) && !isCapital($0) } ?? signs.count
        let hasDigit = signs[first..<end].contains(where: isDigit)
        return (5...6).contains(end - first) && hasDigit ? start..<end : nil
    }

    private static let provinces: [[UInt8]] =
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".map { Array(String($0).utf8) }

    // MARK: - What stands around

    /// Whether no letter stands before a group.
    private func isOpen(before group: Int) -> Bool {
        let start = text.groups[group].lowerBound
        return start == 0 || !isLetter(text.signs[start - 1])
    }

    /// Whether a hyphen joins a group to the next one, so that they are parts of one number; a country's code is none.
    private func isJoined(_ group: Int) -> Bool {
        guard text.gap(after: group) == [0x2D] else { return false }
        let digits = text.signs[text.groups[group]]
        return !digits.elementsEqual("86".utf8) && !digits.elementsEqual("0086".utf8)
    }

    private func isClosed(after group: Int) -> Bool {
        let end = text.groups[group].upperBound
        return end == text.signs.count || !isLetter(text.signs[end])
    }

    private func isDigit(_ sign: UInt8) -> Bool { sign &- 0x30 < 10 }

    private func isCapital(_ sign: UInt8) -> Bool { (0x41...0x5A).contains(sign) }

    private func isLetter(_ sign: UInt8) -> Bool { (sign | 0x20) &- 0x61 < 26 }
}
