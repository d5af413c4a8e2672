import CreditCatalogue
import CreditModel

extension JSONWriter {
    /// A clause with what serves it.
    mutating func write(_ coverage: ClauseCoverage) {
        object {
            $0.member("id", coverage.clause.id)
            $0.member("part", coverage.clause.part)
            $0.member("title", coverage.clause.title)
            $0.member("text", coverage.clause.text)
            $0.member("responsible", coverage.clause.responsible)
            $0.member("isForEveryone", coverage.clause.isForEveryone)
            $0.member("items", coverage.open.map(\.id))
            $0.member("withdrawn", coverage.withdrawn.map(\.id))
            $0.member("served", coverage.clause.served) { json, service in
                json.object {
                    $0.member("what", service.what)
                    $0.member("page", service.page)
                }
            }
            $0.member("awaits", coverage.clause.awaits) { $0.text($1) }
            $0.member("withoutItems", coverage.clause.withoutItems)
            $0.member("isPending", coverage.isPending)
        }
    }

    /// An instrument with what rests on it.
    mutating func write(_ law: Law, _ uses: LawUses) {
        object {
            $0.key("law")
            $0.write(law)
            $0.member("items", uses.items.map(\.id))
            $0.member("schemes", uses.editions.map(\.scheme.id))
            $0.member("grounds", uses.grounds.map(\.id))
        }
    }

    /// An item as a department owes it.
    mutating func writeDuty(_ item: Item, of department: String) {
        object {
            $0.member("id", item.id)
            $0.member("name", item.name)
            $0.key("reportWithin")
            if let days = item.reportWithin { $0.integer(days) } else { $0.null() }
            $0.member("years", item.sources.filter { $0.department == department }) { json, source in
                json.object {
                    $0.member("from", source.validity.from)
                    $0.member("until", source.validity.until)
                }
            }
        }
    }

    /// A text in both languages.
    private mutating func text(_ text: Bilingual) {
        object {
            $0.member("zh", text.zh)
            $0.member("en", text.en)
        }
    }
}
