/// The year in a document number, and where it stands among its signs.
struct DocumentYear {
    let value: Int
    /// The year with its brackets.
    let range: Range<Int>

    /// The first year that is taken for one without brackets; 1804 may be a running number.
    static let firstBare = 1949

    /// A year in brackets, or with one of its two brackets.
    init?(bracketedIn signs: ArraySlice<Unicode.Scalar>) {
        var half: DocumentYear?
        for place in signs.indices {
            var isClosed = false
            if signs[place] == DocumentSigns.open,
                let found = DocumentYear(openedIn: signs, at: place, isClosed: &isClosed)
            {
                if isClosed {
                    self = found
                    return
                }
                half = half ?? found
            }
            if signs[place] == DocumentSigns.close { half = half ?? DocumentYear(closedAt: place, in: signs) }
        }
        guard let half else { return nil }
        self = half
    }

    /// Four digits that stand alone and have a number behind them, 某审2003 127号; not in a number behind 第.
    init?(bareIn signs: ArraySlice<Unicode.Scalar>) {
        var place = signs.startIndex
        while place < signs.endIndex {
            let isWritten = ChineseNumerals.contains(signs[place])
            guard isWritten || DocumentSigns.isDigit(signs[place]) else {
                place += 1
                continue
            }
            let run = signs[place...]
                .prefix { isWritten ? ChineseNumerals.contains($0) : DocumentSigns.isDigit($0) }
            if let found = DocumentYear(bare: run, in: signs, isWritten: isWritten) {
                self = found
                return
            }
            place = run.endIndex
        }
        return nil
    }

    /// The year that four digits write, in either kind of digits.
    static func value(of signs: ArraySlice<Unicode.Scalar>) -> Int? {
        guard signs.count == 4 else { return nil }
        let isPlain = signs.allSatisfy(DocumentSigns.isDigit)
        let digits = signs.compactMap { isPlain ? Int($0.value) - 0x30 : ChineseNumerals.digit($0) }
        guard digits.count == 4 else { return nil }
        let year = digits.reduce(0) { $0 * 10 + $1 }
        return (1900...2099).contains(year) ? year : nil
    }

    private init(_ value: Int, _ range: Range<Int>) {
        self.value = value
        self.range = range
    }

    private init?(bare run: ArraySlice<Unicode.Scalar>, in signs: ArraySlice<Unicode.Scalar>, isWritten: Bool) {
        guard let year = DocumentYear.value(of: run), year >= DocumentYear.firstBare else { return nil }
        let before = signs[..<run.startIndex].last { $0 != DocumentSigns.blank && !DocumentSigns.isOfSerial($0) }
        let behind = signs[run.endIndex...]
        guard before != "第",
            behind.contains(where: { DocumentSigns.isDigit($0) || ChineseNumerals.contains($0) })
        else { return nil }
        if isWritten {
            let next = behind.first
            guard let next,
                ["年", "字", DocumentSigns.open, DocumentSigns.blank, DocumentSigns.hyphen].contains(next)
                    || DocumentSigns.isDigit(next)
            else { return nil }
        }
        self.init(year, run.startIndex..<run.endIndex)
    }

    private init?(closedAt place: Int, in signs: ArraySlice<Unicode.Scalar>) {
        var start = place
        while start > signs.startIndex, place - start < 5, DocumentSigns.isDigit(signs[start - 1]) { start -= 1 }
        guard let year = DocumentYear.value(of: signs[start..<place]) else { return nil }
        self.init(year, start..<(place + 1))
    }
}

extension DocumentYear {
    /// A year behind an opening bracket; without the closing one only where a number follows at once.
    private init?(openedIn signs: ArraySlice<Unicode.Scalar>, at place: Int, isClosed: inout Bool) {
        var digits: [Unicode.Scalar] = []
        var end = place + 1
        while end < signs.endIndex, digits.count < 4 || signs[end] == DocumentSigns.blank {
            let sign = signs[end]
            guard sign == DocumentSigns.blank || DocumentSigns.isDigit(sign) || ChineseNumerals.digit(sign) != nil
            else { break }
            if sign != DocumentSigns.blank { digits.append(sign) }
            end += 1
        }
        guard let year = DocumentYear.value(of: digits[...]) else { return nil }
        let behindDigits = end
        if end < signs.endIndex, signs[end] == "年" { end += 1 }
        while end < signs.endIndex, signs[end] == DocumentSigns.blank { end += 1 }
        isClosed = end < signs.endIndex && signs[end] == DocumentSigns.close
        if isClosed {
            self.init(year, place..<(end + 1))
            return
        }
        let next = behindDigits < signs.endIndex ? signs[behindDigits] : nil
        let hadBlank = signs[behindDigits - 1] == DocumentSigns.blank
        guard let next, next == "第" || next == DocumentSigns.hyphen || (hadBlank && DocumentSigns.isDigit(next))
        else { return nil }
        self.init(year, place..<behindDigits)
    }
}
