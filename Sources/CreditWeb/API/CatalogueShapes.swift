import CreditCatalogue
import CreditModel

extension JSONWriter {
    /// What an item is, without its fields.
    mutating func writeHead(of item: Item) {
        member("id", item.id)
        member("name", item.name)
        member("purpose", item.purpose)
        member("clauses", item.clauses)
        member("section", item.section)
        member("polarity", item.polarity.rawValue)
        member("isOpen", item.standing == .open)
        member("withdrawal", item.withdrawal)
        member("publication", item.publication.rawValue)
        writeAbout(item)
    }

    /// Who sends it, on what ground, with which fields and layouts.
    mutating func writeBody(of item: Item, _ catalogue: Catalogue) {
        member("sources", item.sourceDepartments)
        writeTerms(of: item, catalogue)
        member("minimumLevel", item.minimumLevel.map { "\($0)" })
        key("reportWithin")
        if let days = item.reportWithin { integer(days) } else { null() }
        member("keyFields", item.keyFields)
        member("legalBasis", item.legalBasis) { $0.write($1) }
        member("fields", item.fields) { $0.write($1, catalogue.ground(of: $1, in: item)) }
        member("templates", item.templates) { json, template in
            json.object {
                $0.member("id", template.id)
                $0.member("name", template.name)
                $0.member("headings", template.columns.map(\.heading))
                $0.member("isForNaturalPersons", template.isForNaturalPersons)
            }
        }
    }

    private mutating func write(_ field: Field, _ ground: DisclosureGround?) {
        object {
            $0.member("id", field.id)
            $0.member("heading", field.heading)
            $0.member("label", field.label)
            $0.member("meaning", field.meaning)
            $0.member("maxLength", field.maxLength)
            $0.member("isRequired", field.requirement == .required)
            $0.member("disclosure", field.disclosure.rawValue)
            $0.member("withheld", ground?.id)
        }
    }

    /// A department.
    mutating func write(_ department: Department) {
        object {
            $0.member("id", department.id)
            $0.member("name", department.name)
            $0.member("shortNames", department.shortNames)
            $0.member("formerNames", department.formerNames)
            $0.member("code", department.code)
            $0.member("level", department.level.map { "\($0)" })
            $0.member("from", department.validity.from)
            $0.member("until", department.validity.until)
            $0.member("successors", department.successors)
            $0.member("isSource", department.isSource)
            $0.member("telephone", department.telephone)
        }
    }

    /// A rule of publication.
    mutating func write(_ rule: PublicationRule) {
        object {
            $0.member("id", rule.id)
            $0.member("title", rule.title)
            $0.member("from", rule.validity.from)
            $0.member("until", rule.validity.until)
            $0.member("tiers", Tier.allCases.filter { rule.periods[$0] != nil }) { json, tier in
                json.object {
                    $0.member("tier", tier.rawValue)
                    $0.member("isShown", rule.periods[tier]?.isShown ?? false)
                    $0.member("minimumMonths", rule.periods[tier]?.minimumMonths ?? 0)
                    $0.member("maximumMonths", rule.periods[tier]?.maximumMonths ?? 0)
                }
            }
            $0.member("pending", rule.pending)
        }
    }
}

extension Item {
    /// The ground on which later law withdrew it.
    fileprivate var withdrawal: Bilingual? {
        if case .withdrawn(let ground) = standing { ground } else { nil }
    }
}
