import CreditModel

/// The entries of a `legalBasis:`: a law's id, a law with an article, or an instrument written out.
extension LegalBasis {
    private static let inline = ["title", "since", "until", "pending"]
    private static let ofLaw = ["law", "article", "pending"]

    static func list(_ map: YAMLMap, _ references: References) -> [LegalBasis] {
        map.entries("legalBasis") { $0.has("law") ? ofLaw : inline }
            .map { entry in
                switch entry {
                case .word(let id): LegalBasis(id, article: nil, isPending: false, map.log, references)
                case .group(let map) where map.has("law"):
                    LegalBasis(
                        map.located("law"),
                        article: map.optionalBilingual("article"),
                        isPending: map.flag("pending"),
                        map.log,
                        references
                    )
                case .group(let map): LegalBasis(inline: map)
                }
            }
    }

    private init(inline map: YAMLMap) {
        let validity = map.validity(from: "since")
        self.init(
            title: map.bilingual("title"),
            since: validity.from,
            isPending: map.flag("pending"),
            until: validity.until
        )
    }

    private init(
        _ id: Located<String>,
        article: Bilingual?,
        isPending: Bool,
        _ log: ProblemLog,
        _ references: References
    ) {
        guard let law = references.laws[id.value] else {
            log.addUnknown(id, among: references.laws.keys, kind: Bilingual(zh: "法规文件", en: "law"))
            self.init(title: Bilingual(zh: "", en: ""), since: nil, isPending: true, law: id.value)
            return
        }
        self.init(
            title: law.citation(article: article),
            since: law.validity.from,
            isPending: isPending || law.isPending,
            law: law.id,
            until: law.validity.until
        )
    }
}
