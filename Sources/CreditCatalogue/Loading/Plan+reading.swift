import CreditModel

/// `clauses.yaml`.
extension Plan {
    static let keys = ["plan", "parts", "clauses"]

    init?(reading root: YAMLMap, departments: [String: Department]) {
        root.demand("parts")
        root.demand("clauses")
        let parts = root.maps("parts", keys: ["id", "name"])
        let clauses = root.maps("clauses", keys: Clause.keys)
        Self.checkIDs(parts, Bilingual(zh: "部分", en: "part"))
        Self.checkIDs(clauses, Bilingual(zh: "条目", en: "clause"))
        guard let head = root.map("plan", keys: ["title", "number", "date", "issuedBy"]) else { return nil }
        if !head.has("date") { _ = head.text("date") }
        self.init(
            title: head.bilingual("title"),
            number: head.bilingual("number"),
            date: head.day("date") ?? Day(number: 0),
            issuedBy: head.bilingual("issuedBy"),
            parts: parts.map { Part(id: $0.text("id"), name: $0.bilingual("name")) },
            clauses: clauses.map { Clause(reading: $0, departments: departments) }
        )
        checkParts(clauses)
    }

    private static func checkIDs(_ maps: [YAMLMap], _ kind: Bilingual) {
        var seen: Set<String> = []
        for map in maps where !seen.insert(map.text("id")).inserted {
            map.log.addDuplicate(map.located("id"), of: kind)
        }
    }

    private func checkParts(_ maps: [YAMLMap]) {
        let known = Set(parts.map(\.id))
        for (clause, map) in zip(clauses, maps) where !known.contains(clause.part) {
            let part = Located(value: clause.part, place: map.place(of: "id"))
            map.log.addUnknown(part, among: known, kind: Bilingual(zh: "部分", en: "part"))
        }
    }
}

extension Clause {
    static let keys = ["id", "title", "text", "responsible", "everyone", "served", "awaits", "withoutItems"]

    init(reading map: YAMLMap, departments: [String: Department]) {
        for id in map.texts("responsible") where departments[id.value] == nil {
            map.log.addUnknown(id, among: departments.keys, kind: Bilingual(zh: "部门", en: "department"))
        }
        self.init(
            id: map.text("id"),
            title: map.bilingual("title"),
            text: map.bilingual("text"),
            responsible: map.texts("responsible").map(\.value),
            isForEveryone: map.flag("everyone"),
            served: map.maps("served", keys: ["zh", "en", "page"]).map(Service.init(reading:)),
            awaits: map.bilinguals("awaits"),
            withoutItems: map.optionalBilingual("withoutItems")
        )
        guard responsible.isEmpty != isForEveryone else { return }
        map.log.add(
            map.place(of: isForEveryone ? "everyone" : "responsible"),
            Bilingual(
                zh: "责任单位要么列出部门，要么写 everyone: yes，二者必居其一",
                en: "either departments under responsible or everyone: yes, and not both"
            ),
            remedy: Bilingual(zh: "留下其中一个", en: "keep one of them")
        )
    }
}

extension Clause.Service {
    fileprivate init(reading map: YAMLMap) {
        let page = map.optionalText("page")
        self.init(what: Bilingual(zh: map.text("zh"), en: map.text("en")), page: page)
        guard let page, !page.hasPrefix("/") else { return }
        map.log.add(
            map.place(of: "page"),
            Bilingual(zh: "“\(page)”不是网站内的路径", en: "“\(page)” is no path of the portal"),
            remedy: Bilingual(zh: "以 / 开头，如 /rules", en: "begin it with a slash, such as /rules")
        )
    }
}
