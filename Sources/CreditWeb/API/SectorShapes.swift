import CreditCatalogue
import CreditModel

/// What sectors say of their items, and the registers that items name: laws, grounds, grading schemes.
extension JSONWriter {
    /// Whom an item is about, and what it says of them.
    mutating func writeAbout(_ item: Item) {
        member("about") {
            $0.member("subjectKinds", SubjectKind.allCases.filter(item.subjectKinds.contains).map(\.rawValue))
            $0.member("personInRole", item.personRole)
            $0.member("content", item.content?.word)
            $0.member("scheme", item.scheme)
        }
    }

    /// The years of its sources, its tiers and its longest time shown, and the ground on which it is not public.
    mutating func writeTerms(of item: Item, _ catalogue: Catalogue) {
        member("sourceYears", item.sources) { json, source in
            json.object {
                $0.member("department", source.department)
                $0.member("from", source.validity.from)
                $0.member("until", source.validity.until)
            }
        }
        let rules = catalogue.publication.filter { $0.items[item.id] != nil }
        member("tiers", rules) { json, rule in
            json.object {
                $0.member("rule", rule.id)
                $0.member("low", rule.items[item.id]?.low.rawValue)
                $0.member("high", rule.items[item.id]?.high.rawValue)
            }
        }
        key("atMostMonths")
        if let months = item.atMostMonths { integer(months) } else { null() }
        member("withheld", item.withheld)
    }

    /// A ground in law.
    mutating func write(_ basis: LegalBasis) {
        object {
            $0.member("title", basis.title)
            $0.member("since", basis.since)
            $0.member("until", basis.until)
            $0.member("isPending", basis.isPending)
            $0.member("law", basis.law)
        }
    }

    /// An instrument of the register.
    mutating func write(_ law: Law) {
        object {
            $0.member("id", law.id)
            $0.member("title", law.title)
            $0.member("number", law.number)
            $0.member("kind", law.kind.rawValue)
            $0.member("since", law.validity.from)
            $0.member("until", law.validity.until)
            $0.member("isPending", law.isPending)
        }
    }

    /// A ground of non-disclosure.
    mutating func write(_ ground: DisclosureGround) {
        object {
            $0.member("id", ground.id)
            $0.member("name", ground.name)
            $0.member("text", ground.text)
            $0.member("legalBasis", ground.legalBasis) { $0.write($1) }
            $0.member("types", ground.types)
        }
    }

    /// A grading scheme with its editions.
    mutating func write(_ scheme: GradingScheme) {
        object {
            $0.member("id", scheme.id)
            $0.member("name", scheme.name)
            $0.member("editions", scheme.editions) { $0.write($1) }
        }
    }

    private mutating func write(_ edition: GradingScheme.Edition) {
        object {
            $0.member("id", edition.id)
            $0.member("name", edition.name)
            $0.member("from", edition.validity.from)
            $0.member("until", edition.validity.until)
            $0.member("legalBasis", edition.legalBasis) { $0.write($1) }
            $0.member("isPending", edition.isPending)
            $0.member("grades", edition.grades) { json, grade in
                json.object {
                    $0.member("code", grade.code)
                    $0.member("name", grade.name)
                    $0.member("meaning", grade.meaning)
                    $0.member("isShown", grade.isShown)
                }
            }
        }
    }
}

extension Item.Content {
    /// The word for it in the catalogue's files.
    fileprivate var word: String {
        switch self {
        case .fact: "fact"
        case .grade: "grade"
        case .listing: "listing"
        case .points: "points"
        }
    }
}
