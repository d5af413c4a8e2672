import CreditModel

/// An item's `subjectKinds:` with its content, or its `personInRole:`.
extension Item.About {
    init(reading map: YAMLMap, references: References) {
        if map.has("personInRole") {
            self = .personInRole(map.bilingual("personInRole"))
        } else {
            let kinds: Set<SubjectKind> =
                map.says("all", under: "subjectKinds")
                ? Set(SubjectKind.allCases) : Set(map.texts("subjectKinds").compactMap { map.word($0) as SubjectKind? })
            self = .organisations(kinds, Item.Content(reading: map, references: references))
        }
    }
}

extension Item.Content {
    private static let words = ["fact", "grade", "listing", "points"]

    fileprivate init(reading map: YAMLMap, references: References) {
        let word = map.optionalText("content") ?? "fact"
        switch word {
        case "grade": self = .grade(scheme: Self.scheme(map, references))
        case "listing": self = .listing
        case "points": self = .points
        default: self = .fact
        }
        if !Self.words.contains(word) {
            map.log.addUnknown(map.located("content"), among: Self.words, kind: Bilingual(zh: "内容", en: "content"))
        }
    }

    private static func scheme(_ map: YAMLMap, _ references: References) -> String {
        let scheme = map.located("scheme")
        if map.has("scheme"), references.schemes[scheme.value] == nil {
            map.log.addUnknown(
                scheme,
                among: references.schemes.keys,
                kind: Bilingual(zh: "等级制度", en: "grading scheme")
            )
        }
        return scheme.value
    }
}
