/// What is read of one document number from its signs.
struct DocumentNumberReading {
    private(set) var issuer: [Unicode.Scalar] = []
    private(set) var year: Int?
    private(set) var serial: [Unicode.Scalar] = []
    /// Whether 号 stands behind the number.
    private(set) var isMarked = false
    private(set) var tail: [Unicode.Scalar] = []

    /// Reads one number; `nil` where neither a year nor a number stands there.
    init?(_ part: ArraySlice<Unicode.Scalar>) {
        let signs = DocumentNumberReading.unwrapped(part)
        let plain = DocumentSigns.plain(signs)
        if DocumentYear(bracketedIn: signs) == nil, let code = DocumentNumberReading.withoutWords(plain[...]) {
            readCode(Array(code), signs)
        } else {
            readWords(signs, plain)
        }
        guard year != nil || !serial.isEmpty else { return nil }
    }

    /// Issuer and year of the number before it, where this one is digits alone.
    mutating func inherit(from last: DocumentNumber) {
        guard issuer.isEmpty, year == nil, tail.isEmpty, serial.allSatisfy(DocumentSigns.isDigit),
            !last.issuer.isEmpty || last.year != nil
        else { return }
        issuer = Array(last.issuer.unicodeScalars)
        year = last.year
    }

    // MARK: - A code without words

    /// A year and a number with a hyphen or blank between, else a code as it is; digits alone lose their zeros.
    private mutating func readCode(_ code: [Unicode.Scalar], _ signs: ArraySlice<Unicode.Scalar>) {
        let parted = DocumentNumberReading.withoutOrdinal(signs)
        if let split = DocumentNumberReading.yearAndNumber(parted, DocumentSigns.blank)
            ?? DocumentNumberReading.yearAndNumber(code[...], DocumentSigns.hyphen)
        {
            year = split.year
            serial = DocumentNumberReading.withoutZeros(split.number)
        } else if code.contains(where: DocumentSigns.isDigit) {
            serial = code.allSatisfy(DocumentSigns.isDigit) ? DocumentNumberReading.withoutZeros(code) : code
        }
    }

    /// What is left without 第 in front and 号 behind, where that is a code in plain letters and digits.
    private static func withoutWords(_ plain: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        let core = withoutOrdinal(plain)
        return core.allSatisfy { $0.value < 0x80 } ? core : nil
    }

    private static func withoutOrdinal(_ signs: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var core = signs
        if core.first == "第" { core = core.dropFirst() }
        if core.last == "号" { core = core.dropLast() }
        return core
    }

    private static func yearAndNumber(
        _ signs: ArraySlice<Unicode.Scalar>,
        _ between: Unicode.Scalar
    ) -> (year: Int, number: [Unicode.Scalar])? {
        let groups = signs.split(separator: between)
        guard groups.count == 2, signs.last != between, signs.first != between, groups[0].count == 4,
            let year = DocumentYear.value(of: groups[0]), year >= DocumentYear.firstBare,
            groups[1].allSatisfy(DocumentSigns.isDigit)
        else { return nil }
        return (year, Array(groups[1]))
    }

    // MARK: - A number with words

    private mutating func readWords(_ signs: ArraySlice<Unicode.Scalar>, _ plain: [Unicode.Scalar]) {
        var rest: [Unicode.Scalar]
        if let found = DocumentYear(bracketedIn: signs) ?? DocumentYear(bareIn: signs) {
            year = found.value
            issuer = DocumentSigns.plain(signs[..<found.range.lowerBound])
            rest = DocumentSigns.plain(signs[found.range.upperBound...])
        } else if let found = DocumentYear(bareIn: plain[...]) {
            year = found.value
            issuer = Array(plain[..<found.range.lowerBound])
            rest = Array(plain[found.range.upperBound...])
        } else {
            rest = plain
        }
        DocumentNumberReading.dropOrdinal(&issuer)
        var isOrdinal = false
        if year != nil { isOrdinal = takeLead(&rest) }
        rest = DocumentNumberReading.withDigits(rest, isNumber: isOrdinal || year != nil)
        readRest(rest)
        settle(plain)
    }

    /// Takes off what stands between year and number; 字 belongs to the issuer.
    private mutating func takeLead(_ rest: inout [Unicode.Scalar]) -> Bool {
        var isOrdinal = false
        var place = 0
        loop: while place < rest.count {
            switch rest[place] {
            case "字": issuer.append("字")
            case "第": isOrdinal = true
            case "年", DocumentSigns.hyphen, ".": break
            default: break loop
            }
            place += 1
        }
        rest.removeFirst(place)
        return isOrdinal
    }

    private mutating func readRest(_ rest: [Unicode.Scalar]) {
        guard let range = serialRange(rest) else {
            tail = rest == ["号"] ? [] : rest
            return
        }
        var prefix = Array(rest[..<range.lowerBound])
        DocumentNumberReading.dropOrdinal(&prefix)
        issuer += prefix
        DocumentNumberReading.dropOrdinal(&issuer)
        serial = Array(rest[range])
        tail = Array(rest[range.upperBound...])
        if tail.first == "号" {
            isMarked = true
            tail.removeFirst()
        }
        takeSubNumber()
        if tail.allSatisfy(DocumentNumberReading.isBetween) { tail = [] }
        serial = DocumentNumberReading.withoutZeros(serial)
    }

    /// 12号之1 and 12号-1 are 12-1.
    private mutating func takeSubNumber() {
        while let first = tail.first, first == "之" || first == DocumentSigns.hyphen {
            let digits = tail.dropFirst().prefix(while: DocumentSigns.isDigit)
            guard !digits.isEmpty else { return }
            serial += [DocumentSigns.hyphen] + digits
            tail.removeFirst(1 + digits.count)
            if tail.first == "号" {
                isMarked = true
                tail.removeFirst()
            }
        }
    }

    /// Where the running number stands: in front, else before the first 号 that has one, else the last one.
    private func serialRange(_ rest: [Unicode.Scalar]) -> Range<Int>? {
        let lead = rest.prefix(while: DocumentSigns.isOfSerial)
        let leads = lead.contains(where: DocumentSigns.isDigit)
        if leads, DocumentNumberReading.isWhole(rest[lead.count...]) { return lead.indices }
        for place in rest.indices where rest[place] == "号" {
            if let range = DocumentNumberReading.serial(endingAt: place, in: rest) { return range }
        }
        if leads, !issuer.isEmpty { return lead.indices }
        guard let last = rest.lastIndex(where: DocumentSigns.isDigit) else { return nil }
        let end = rest[last...].firstIndex { !DocumentSigns.isOfSerial($0) } ?? rest.count
        return DocumentNumberReading.serial(endingAt: end, in: rest)
    }

    /// Whether nothing but sub-numbers stands before 号 or the end.
    private static func isWhole(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        var behind = behind
        while behind.first == "之" {
            let digits = behind.dropFirst().prefix(while: DocumentSigns.isDigit)
            guard !digits.isEmpty else { return false }
            behind = behind[digits.endIndex...]
        }
        return behind.isEmpty || behind.first == "号"
    }

    private static func serial(endingAt end: Int, in rest: [Unicode.Scalar]) -> Range<Int>? {
        var start = end
        while start > 0, DocumentSigns.isOfSerial(rest[start - 1]) { start -= 1 }
        return rest[start..<end].contains(where: DocumentSigns.isDigit) ? start..<end : nil
    }

    /// Without an issuer, a number that is all there is may be a year and a number after all; with words behind it, it is none
    /// that we know, and the whole is its own normal form.
    private mutating func settle(_ plain: [Unicode.Scalar]) {
        guard issuer.isEmpty, year == nil, !serial.isEmpty else { return }
        if !tail.isEmpty {
            (serial, tail, isMarked) = (plain, [], false)
        } else if let split = DocumentNumberReading.yearAndNumber(serial[...], DocumentSigns.hyphen) {
            year = split.year
            serial = DocumentNumberReading.withoutZeros(split.number)
        }
    }

    // MARK: - Signs

    /// Blanks around it and brackets around the whole taken off.
    private static func unwrapped(_ part: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var signs = part
        while true {
            signs = signs.drop { $0 == DocumentSigns.blank }
            while signs.last == DocumentSigns.blank { signs.removeLast() }
            guard isWrapped(signs), DocumentYear.value(of: plainYear(signs)) == nil else { return signs }
            signs = signs.dropFirst().dropLast()
        }
    }

    private static func plainYear(_ signs: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        DocumentSigns.plain(signs).filter { $0 != "年" }[...]
    }

    private static func isWrapped(_ signs: ArraySlice<Unicode.Scalar>) -> Bool {
        guard signs.count > 2, signs.first == DocumentSigns.open, signs.last == DocumentSigns.close else {
            return false
        }
        var depth = 0
        for sign in signs.dropLast() {
            if sign == DocumentSigns.open { depth += 1 }
            if sign == DocumentSigns.close { depth -= 1 }
            if depth == 0 { return false }
        }
        return depth == 1
    }

    private static func dropOrdinal(_ signs: inout [Unicode.Scalar]) {
        while let last = signs.last, last == "第" || last == DocumentSigns.hyphen { signs.removeLast() }
    }

    /// Chinese numerals in the place of the running number, and of its sub-number behind 之, written in digits.
    private static func withDigits(_ rest: [Unicode.Scalar], isNumber: Bool) -> [Unicode.Scalar] {
        guard rest.contains(where: ChineseNumerals.contains) else { return rest }
        var written: [Unicode.Scalar] = []
        var place = 0
        while place < rest.count {
            let run = rest[place...].prefix(while: ChineseNumerals.contains)
            guard !run.isEmpty else {
                written.append(rest[place])
                place += 1
                continue
            }
            let next = run.endIndex < rest.count ? rest[run.endIndex] : nil
            let before = place > 0 ? rest[place - 1] : nil
            if stands(between: before, and: next, isNumber), let value = ChineseNumerals.value(of: run) {
                written += Array(String(value).unicodeScalars)
            } else {
                written += run
            }
            place = run.endIndex
        }
        return written
    }

    private static func stands(
        between before: Unicode.Scalar?,
        and next: Unicode.Scalar?,
        _ isNumber: Bool
    ) -> Bool {
        guard next.map({ $0 == "号" || $0 == "之" || $0 == DocumentSigns.hyphen }) ?? true else { return false }
        switch before {
        case nil: return isNumber
        case "第", "之": return true
        default: return isNumber && next == "号"
        }
    }

    /// Without leading zeros in each group of digits, and without hyphens and the like at its ends.
    private static func withoutZeros(_ serial: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        for (place, sign) in serial.enumerated() {
            let last = kept.last
            let leads = last.map { !DocumentSigns.isDigit($0) && $0 != "." } ?? true
            let next = place + 1 < serial.count ? serial[place + 1] : nil
            if sign == "0", leads, let next, DocumentSigns.isDigit(next) { continue }
            if last == nil, isBetween(sign) { continue }
            if sign == DocumentSigns.hyphen, last == DocumentSigns.hyphen { continue }
            kept.append(sign)
        }
        while let last = kept.last, isBetween(last) { kept.removeLast() }
        return kept
    }

    private static func isBetween(_ sign: Unicode.Scalar) -> Bool {
        sign == DocumentSigns.hyphen || sign == "." || sign == "/"
    }
}
