import CreditModel

/// Since when laws hold, and validities of which only one can be right.
extension Auditor {
    mutating func auditBases() {
        for law in catalogue.laws where law.validity.from == nil {
            addUndated(.law(law.id), "since", "法规文件“\(law.title.zh)”", "the law “\(law.title.en)”")
        }
        for item in catalogue.items { auditBases(item.legalBasis, .item(item.id)) }
        for ground in catalogue.grounds { auditBases(ground.legalBasis, .ground(ground.id)) }
        for scheme in catalogue.schemes {
            for edition in scheme.editions { auditBases(edition.legalBasis, .edition(edition.id, of: scheme.id)) }
        }
    }

    /// A basis in the register is told of there.
    private mutating func auditBases(_ bases: [LegalBasis], _ thing: CataloguePlaces.Thing) {
        for (number, basis) in bases.enumerated() where basis.since == nil && basis.law == nil {
            addUndated(
                thing,
                CataloguePlaces.basis(number),
                "依据“\(basis.title.zh)”",
                "the legal basis “\(basis.title.en)”"
            )
        }
    }

    private mutating func addUndated(_ thing: CataloguePlaces.Thing, _ key: String, _ zh: String, _ en: String) {
        add(
            .basisUndated,
            thing,
            key,
            Bilingual(zh: "\(zh)没有写施行日期", en: "\(en) says not since when it is in force"),
            remedy: Bilingual(
                zh: "写 since；未核实的日期再写 pending: yes",
                en: "write since, and pending: yes where the date is not verified"
            )
        )
    }

    mutating func auditYears() {
        for item in catalogue.items {
            for (one, other) in item.sources.overlapping(by: \.department, \.validity) {
                addOverlap(
                    .item(item.id),
                    "sources",
                    "部门“\(one.department)”在 sources 里两次列入，年份重叠",
                    "the department “\(other.department)” stands twice in sources, with years that overlap"
                )
            }
        }
        for scheme in catalogue.schemes {
            for (_, other) in scheme.editions.overlapping(by: { _ in "" }, \.validity) {
                addOverlap(
                    .edition(other.id, of: scheme.id),
                    "from",
                    "等级制度“\(scheme.id)”的版本“\(other.id)”与前一版的适用期重叠",
                    "the edition “\(other.id)” of “\(scheme.id)” governs days of another"
                )
            }
        }
        for (one, other) in catalogue.laws.overlapping(by: \.title.zh, \.validity) {
            addOverlap(
                .law(other.id),
                "since",
                "“\(other.id)”与“\(one.id)”同名，施行期重叠",
                "“\(other.id)” and “\(one.id)” have one title and are in force on the same days"
            )
        }
    }

    private mutating func addOverlap(_ thing: CataloguePlaces.Thing, _ key: String, _ zh: String, _ en: String) {
        add(
            .yearsOverlap,
            thing,
            key,
            Bilingual(zh: zh, en: en),
            remedy: Bilingual(zh: "更正起止日期，或删去多余的一条", en: "correct the days, or remove the one too many")
        )
    }
}

extension Array {
    /// The pairs that share a key and some day.
    fileprivate func overlapping(
        by key: (Element) -> String,
        _ validity: (Element) -> Validity
    ) -> [(Element, Element)] {
        Dictionary(grouping: self, by: key).values
            .flatMap { alike in
                alike.indices.flatMap { position in
                    alike[..<position].filter { validity($0).overlaps(validity(alike[position])) }
                        .map { ($0, alike[position]) }
                }
            }
    }
}
