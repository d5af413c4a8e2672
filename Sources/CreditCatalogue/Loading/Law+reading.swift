import CreditModel

/// One entry of `laws:`, in `laws.yaml` or in a sector's file.
extension Law {
    static let keys = ["id", "title", "number", "kind", "since", "until", "pending"]

    init(reading map: YAMLMap) {
        self.init(
            id: map.text("id"),
            title: map.bilingual("title"),
            number: map.optionalBilingual("number"),
            kind: map.word("kind") ?? .document,
            validity: map.validity(from: "since"),
            isPending: map.flag("pending")
        )
    }
}
