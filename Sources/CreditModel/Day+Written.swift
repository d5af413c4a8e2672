extension Day {
    /// `2026年7月4日` / `4 July 2026`: how a day is written for people.
    public var written: Bilingual {
        let date = civil
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return Bilingual(
            zh: "\(date.year)年\(date.month)月\(date.day)日",
            en: "\(date.day) \(months[date.month - 1]) \(date.year)"
        )
    }

    /// Whether the day is one of those that departments write for "for ever" (2099-01-31, 2099-12-31, 9999-12-31).
    public var isForever: Bool { civil.year >= 2099 }
}
