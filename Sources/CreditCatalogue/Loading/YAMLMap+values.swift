import CreditModel

/// Days, numbers, yes and no, and words of a closed set.
extension YAMLMap {
    /// The day under a key that may be missing.
    func day(_ key: String) -> Day? {
        optionalText(key).flatMap { day(Located(value: $0, place: place(of: key))) }
    }

    /// The day that a text says.
    func day(_ text: Located<String>) -> Day? {
        if let day = Day(iso: text.value) { return day }
        log.add(
            text.place,
            Bilingual(zh: "“\(text.value)”不是真实的日期", en: "“\(text.value)” is no real date"),
            remedy: Bilingual(
                zh: "写成 2026-07-04 的样子，并核对该日存在",
                en: "write it like 2026-07-04, and check that the day exists"
            )
        )
        return nil
    }

    /// The days under two keys, either of which may be missing.
    func validity(from: String = "from", until: String = "until") -> Validity {
        let validity = Validity(from: day(from), until: day(until))
        if let first = validity.from, let last = validity.until, last < first {
            log.add(
                place(of: until),
                Bilingual(
                    zh: "止于 \(last.iso)，早于起始日 \(first.iso)",
                    en: "ends on \(last.iso), before it begins on \(first.iso)"
                ),
                remedy: Bilingual(zh: "对调或更正两个日期", en: "swap or correct the two days")
            )
        }
        return validity
    }

    /// The whole number under a key that has to be there, within bounds.
    func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int {
        let text = text(key)
        if let number = Int(text), bounds.contains(number) { return number }
        guard has(key) else { return bounds.lowerBound }
        let range = "\(bounds.lowerBound)–\(bounds.upperBound)"
        log.add(
            place(of: key),
            Bilingual(zh: "“\(key)”应为 \(range) 之间的整数", en: "“\(key)” has to be a whole number of \(range)"),
            remedy: Bilingual(zh: "改成数字，不带单位", en: "write digits only, without a unit")
        )
        return bounds.lowerBound
    }

    /// The yes or no under a key; no where it is missing.
    func flag(_ key: String) -> Bool {
        switch optionalText(key) {
        case nil, "no", "false": return false
        case "yes", "true": return true
        case .some:
            log.add(
                place(of: key),
                Bilingual(zh: "“\(key)”只能写 yes 或 no", en: "“\(key)” is either yes or no"),
                remedy: Bilingual(zh: "写 yes 或 no", en: "write yes or no")
            )
            return false
        }
    }

    /// The word under a key that has to be there, out of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String) -> Word? where Word.RawValue == String {
        let text = located(key)
        return has(key) ? word(text) : nil
    }

    /// The word that a text says, out of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(_ text: Located<String>) -> Word? where Word.RawValue == String {
        if let word = Word(rawValue: text.value) { return word }
        log.addUnknown(text, among: Word.allCases.map(\.rawValue), kind: Bilingual(zh: "取值", en: "value"))
        return nil
    }
}
