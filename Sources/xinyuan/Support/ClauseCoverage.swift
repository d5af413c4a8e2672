import CreditCatalogue
import CreditModel

/// What serves one clause of the plan, and what is still to come.
struct ClauseCoverage {
    let catalogue: Catalogue
    let clause: Clause

    var items: [Item] { catalogue.items(of: clause.id) }

    /// Whether records or something beside them serve it.
    var isServed: Bool { !items.isEmpty || !clause.served.isEmpty }

    var pending: Int { items.reduce(0) { $0 + catalogue.pendingCount(of: $1) } }

    /// Who answers for it, in words.
    var responsible: [Bilingual] {
        guard !clause.isForEveryone else { return [Bilingual(zh: "各成员单位", en: "all member departments")] }
        return clause.responsible.compactMap { catalogue.departments[$0]?.name }
    }

    /// How to get a blank form of an item.
    static func command(_ item: Item) -> String { "xinyuan template \(item.id)" }

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
        if pending > 0 { lines.append("  " + say("待核实 \(pending) 处", "\(pending) values pending")) }
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
            json.pair("pending", Int64(pending))
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

/// How many clauses are served, have something still to come, or are served by nothing.
struct CoverageSum {
    let served: Int
    let awaiting: Int
    let without: Int

    init(_ coverage: [ClauseCoverage]) {
        served = coverage.count(where: \.isServed)
        awaiting = coverage.count { !$0.clause.awaits.isEmpty }
        without = coverage.count { !$0.isServed }
    }

    var words: Bilingual {
        Bilingual(
            zh: "已落实 \(served) 条，其中还有未到的 \(awaiting) 条；没有落实 \(without) 条。",
            en: "\(served) clauses served, \(awaiting) with something still to come; \(without) without anything."
        )
    }
}
