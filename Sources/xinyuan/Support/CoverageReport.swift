import CreditCatalogue
import CreditModel

/// A clause of the plan and what serves it, as `catalogue coverage` tells it.
struct CoverageReport {
    let coverage: ClauseCoverage
    let catalogue: Catalogue

    private var clause: Clause { coverage.clause }
    private var items: [Item] { coverage.open + coverage.withdrawn }

    /// Who answers for it, in words: those that the plan names, then all members where it means them too.
    private var responsible: [Bilingual] {
        let named = clause.responsible.compactMap { catalogue.departments[$0]?.name }
        return clause.isForEveryone ? named + [Bilingual(zh: "各成员单位", en: "all member departments")] : named
    }

    /// How to get a blank form of an item.
    private static func command(_ item: Item) -> String { "xinyuan template \(item.id)" }

    func lines(_ language: Language) -> [String] {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let names = responsible.map { $0[language] }.joined(separator: say("、", ", "))
        var lines = [
            "\(clause.id)  \(clause.title[language])", "  " + clause.text[language],
            "  " + say("责任单位：", "responsible: ") + names,
        ]
        for item in items {
            lines.append("  - \(item.id)  \(item.name[language])\(ItemNotes(item).words[language])")
            if item.standing == .open { lines.append("      \(Self.command(item))") }
        }
        for service in clause.served {
            lines.append("  + \(service.what[language])" + (service.page.map { "  \($0)" } ?? ""))
        }
        if let reason = clause.withoutItems {
            lines.append("  " + say("没有事项：", "no kind of record: ") + reason[language])
        }
        if coverage.isPending {
            lines.append("  " + say("待核实 \(coverage.pending) 处", "\(coverage.pending) values pending"))
        }
        for awaited in clause.awaits { lines.append("  " + say("还没有：", "still to come: ") + awaited[language]) }
        return lines + [""]
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.pair("id", clause.id)
            json.pair("title", clause.title)
            json.pair("text", clause.text)
            json.key("isForEveryone")
            json.bool(clause.isForEveryone)
            json.key("responsible")
            json.array { json in for id in clause.responsible { json.string(id) } }
            json.key("items")
            json.array { json in for item in items { write(item, into: &json) } }
            json.key("served")
            json.array { json in
                for service in clause.served {
                    json.object { json in
                        json.pair("what", service.what)
                        json.pair("page", service.page)
                    }
                }
            }
            json.pair("withoutItems", clause.withoutItems)
            json.pair("pending", Int64(coverage.pending))
            json.key("awaits")
            json.array { json in
                for awaited in clause.awaits {
                    json.object { json in
                        json.pair("zh", awaited.zh)
                        json.pair("en", awaited.en)
                    }
                }
            }
        }
    }

    private func write(_ item: Item, into json: inout JSONWriter) {
        json.object { json in
            json.pair("id", item.id)
            json.pair("name", item.name)
            json.pair("publication", item.publication.rawValue)
            json.key("isOpen")
            json.bool(item.standing == .open)
            if case .withdrawn(let ground) = item.standing { json.pair("withdrawal", ground) }
            json.pair("personInRole", item.personRole)
            json.pair("pending", Int64(catalogue.pendingCount(of: item)))
            json.pair("template", item.standing == .open ? Self.command(item) : nil)
        }
    }
}

/// How many clauses have a kind of record, are served otherwise or by nothing, and have something still to come.
struct CoverageSum {
    let recorded: Int
    let otherwise: Int
    let unserved: Int
    let awaiting: Int

    init(_ coverage: [ClauseCoverage]) {
        recorded = coverage.count { $0.standing == .recorded }
        otherwise = coverage.count { $0.standing == .servedOtherwise }
        unserved = coverage.count { $0.standing == .unserved }
        awaiting = coverage.count { !$0.clause.awaits.isEmpty }
    }

    var words: Bilingual {
        Bilingual(
            zh: "有记录可归集的 \(recorded) 条，只由其他功能落实的 \(otherwise) 条，还没有落实的 \(unserved) 条；还有事项没做完的 \(awaiting) 条。",
            en:
                "\(recorded) clauses have a kind of record, \(otherwise) are served by something else alone, \(unserved) by nothing; "
                + "\(awaiting) have something still to come."
        )
    }
}
