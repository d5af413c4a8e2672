import CreditModel

/// The entries of an item's `sources:` and of a function's `departments:`.
extension Item.Source {
    private static let keys = ["department", "from", "until"]

    /// Departments, functions, or departments with their years.
    static func list(ofItem map: YAMLMap, _ references: References) -> [Item.Source] {
        map.entries("sources") { $0.has("function") ? ["function"] : keys }
            .flatMap { entry -> [Item.Source] in
                if case .group(let map) = entry, map.has("function") { return members(map, references) }
                return [Item.Source(entry, references, map.log, mustSend: true)]
            }
    }

    /// The departments of a function; they need not hand in files here.
    static func list(ofFunction map: YAMLMap, _ references: References) -> [Item.Source] {
        map.entries("departments") { _ in keys }.map { Item.Source($0, references, map.log, mustSend: false) }
    }

    private static func members(_ map: YAMLMap, _ references: References) -> [Item.Source] {
        let id = map.located("function")
        guard let function = references.functions[id.value] else {
            map.log.addUnknown(id, among: references.functions.keys, kind: Bilingual(zh: "职能", en: "function"))
            return []
        }
        return function.departments
    }

    private init(_ entry: YAMLMap.Entry, _ references: References, _ log: ProblemLog, mustSend: Bool) {
        switch entry {
        case .word(let id):
            self.init(department: id.value)
            Self.check(id, references, log, mustSend: mustSend)
        case .group(let map):
            let id = map.located("department")
            self.init(department: id.value, validity: map.validity())
            if map.has("department") { Self.check(id, references, log, mustSend: mustSend) }
        }
    }

    private static func check(_ id: Located<String>, _ references: References, _ log: ProblemLog, mustSend: Bool) {
        guard let department = references.departments[id.value] else {
            return log.addUnknown(id, among: references.departments.keys, kind: Bilingual(zh: "部门", en: "department"))
        }
        guard mustSend, !department.isSource else { return }
        log.add(
            id.place,
            Bilingual(zh: "部门“\(id.value)”不在本平台报送", en: "the department “\(id.value)” hands in no files here"),
            remedy: Bilingual(
                zh: "换一个部门，或在 departments.yaml 写 source: yes",
                en: "name another, or write source: yes in departments.yaml"
            )
        )
    }
}

/// `functions.yaml`.
extension DepartmentFunction {
    static let keys = ["id", "name", "departments"]

    init(reading map: YAMLMap, references: References) {
        map.demand("departments")
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            departments: Item.Source.list(ofFunction: map, references)
        )
    }
}
