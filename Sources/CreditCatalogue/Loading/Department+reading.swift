import CreditModel

/// `departments.yaml`.
extension Department {
    static let keys = [
        "id", "name", "shortNames", "formerNames", "code", "codeSource", "level", "from", "until", "successors",
        "source",
        "telephone",
    ]

    init(reading map: YAMLMap) {
        let code = map.optionalText("code")
        if let code { Department.check(code, in: map) }
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            shortNames: map.texts("shortNames").map(\.value),
            formerNames: map.texts("formerNames").map(\.value),
            code: code,
            level: AuthorityLevel(reading: map, key: "level"),
            validity: map.validity(),
            successors: map.texts("successors").map(\.value),
            isSource: map.flag("source"),
            telephone: map.optionalText("telephone")
        )
    }

    private static func check(_ code: String, in map: YAMLMap) {
        if CreditCode(code)?.hasInnerCheck != true {
            map.log.add(
                map.place(of: "code"),
                Bilingual(zh: "统一社会信用代码“\(code)”的校验码不对", en: "the unified code “\(code)” fails its check characters"),
                remedy: Bilingual(
                    zh: "对照登记证书更正；代码未知时删去 code 一行",
                    en: "correct it from the certificate; remove the line where the code is not known"
                )
            )
        }
        if !["official", "synthetic"].contains(map.text("codeSource")), map.has("codeSource") {
            map.log.addUnknown(
                map.located("codeSource"),
                among: ["official", "synthetic"],
                kind: Bilingual(zh: "代码来源", en: "source of codes")
            )
        }
    }

    /// Checks what no single entry shows: ids, successors, and names or codes that two departments bear at once.
    static func checkTogether(_ departments: [Department], _ maps: [YAMLMap]) {
        var ids: Set<String> = []
        var bearers: [String: [Department]] = [:]
        let known = Set(departments.map(\.id))
        for (department, map) in zip(departments, maps) {
            let id = map.located("id")
            if !ids.insert(department.id).inserted {
                map.log.addDuplicate(id, of: Bilingual(zh: "部门", en: "department"))
            }
            for successor in map.texts("successors") where !known.contains(successor.value) {
                map.log.addUnknown(successor, among: known, kind: Bilingual(zh: "部门", en: "department"))
            }
            for name in department.allNames {
                if let other = bearers[name, default: []].first(where: { $0.validity.overlaps(department.validity) }) {
                    reportShared(name, other, map)
                }
                bearers[name, default: []].append(department)
            }
        }
    }

    private var allNames: Set<String> {
        Set([name.zh] + shortNames + formerNames + [code].compactMap(\.self))
    }

    private static func reportShared(_ name: String, _ other: Department, _ map: YAMLMap) {
        map.log.add(
            map.place,
            Bilingual(
                zh: "“\(name)”同一时期也是“\(other.id)”的名称或代码",
                en: "“\(name)” is the name or code of “\(other.id)” in the same years too"
            ),
            remedy: Bilingual(zh: "改用不同的简称，或更正 from、until", en: "use different short names, or correct from and until")
        )
    }
}

extension AuthorityLevel {
    /// `township`, `county`, `city`, `province`, `national`.
    var id: String { String(describing: self) }

    init?(reading map: YAMLMap, key: String) {
        guard map.has(key) else { return nil }
        let text = map.located(key)
        guard let level = AuthorityLevel.allCases.first(where: { $0.id == text.value }) else {
            map.log.addUnknown(text, among: AuthorityLevel.allCases.map(\.id), kind: Bilingual(zh: "层级", en: "level"))
            return nil
        }
        self = level
    }
}

extension Validity {
    /// Whether some day falls into both.
    func overlaps(_ other: Validity) -> Bool {
        let begins = [from, other.from].compactMap(\.self).max()
        let ends = [until, other.until].compactMap(\.self).min()
        guard let begins, let ends else { return true }
        return begins <= ends
    }
}
