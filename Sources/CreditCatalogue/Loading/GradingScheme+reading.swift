import CreditModel

/// One entry of a sector file's `schemes:`.
extension GradingScheme {
    static let keys = ["id", "name", "editions"]

    init(reading map: YAMLMap, references: References) {
        map.demand("editions")
        let maps = map.maps("editions", keys: Edition.keys)
        let editions = maps.map { Edition(reading: $0, references: references) }
        self.init(id: map.text("id"), name: map.bilingual("name"), editions: editions)
        checkEditions(maps)
    }

    private func checkEditions(_ maps: [YAMLMap]) {
        for (position, (edition, map)) in zip(editions, maps).enumerated() {
            if editions[..<position].contains(where: { $0.id == edition.id }) {
                map.log.addDuplicate(map.located("id"), of: Bilingual(zh: "版本", en: "edition"))
            }
            for other in editions[..<position] where other.validity.overlaps(edition.validity) {
                map.log.add(
                    map.place(of: "from"),
                    Bilingual(
                        zh: "版本“\(edition.id)”与“\(other.id)”的适用期重叠",
                        en: "the editions “\(edition.id)” and “\(other.id)” govern the same days"
                    ),
                    remedy: Bilingual(
                        zh: "更正 from、until，使一天只适用一版",
                        en: "correct from and until so that one edition governs a day"
                    )
                )
            }
        }
    }
}

extension GradingScheme.Edition {
    static let keys = ["id", "name", "from", "until", "legalBasis", "pending", "grades"]

    fileprivate init(reading map: YAMLMap, references: References) {
        map.demand("grades")
        let maps = map.maps("grades", keys: GradingScheme.Grade.keys)
        var spellings: [String: Int] = [:]
        for (position, grade) in maps.enumerated() {
            let name = Located(value: grade.bilingual("name").zh, place: grade.place(of: "name"))
            for spelling in [grade.located("code"), name] {
                guard let other = spellings.updateValue(position, forKey: FoldedCell.text(spelling.value)),
                    other != position
                else {
                    continue
                }
                map.log.addDuplicate(spelling, of: Bilingual(zh: "等级", en: "grade"))
            }
        }
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            validity: map.validity(),
            legalBasis: LegalBasis.list(map, references),
            isPending: map.flag("pending"),
            grades: maps.map(GradingScheme.Grade.init(reading:))
        )
    }
}

extension GradingScheme.Grade {
    fileprivate static let keys = ["code", "name", "meaning", "shown", "adverse"]

    fileprivate init(reading map: YAMLMap) {
        self.init(
            code: map.text("code"),
            name: map.bilingual("name"),
            meaning: map.bilingual("meaning"),
            isShown: map.has("shown") ? map.flag("shown") : true,
            isAdverse: map.flag("adverse")
        )
    }
}
