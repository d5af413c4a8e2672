import CreditModel

/// `identifiers.yaml`.
extension IdentifierTable.Registrar {
    static let keys = ["character", "name", "categories"]

    init(reading map: YAMLMap) {
        var categories: [String: Bilingual] = [:]
        for category in map.maps("categories", keys: ["character", "name"]) {
            categories[Self.character(category)] = category.bilingual("name")
        }
        self.init(character: Self.character(map), name: map.bilingual("name"), categories: categories)
    }

    private static func character(_ map: YAMLMap) -> String {
        let text = map.text("character")
        if map.has("character"), text.utf8.count != 1 || !text.utf8.allSatisfy(CreditCode.isInAlphabet) {
            map.log.add(
                map.place(of: "character"),
                Bilingual(zh: "“\(text)”不是代码用的一个字符", en: "“\(text)” is not one character of the code's alphabet"),
                remedy: Bilingual(zh: "写一个数字或大写字母（不用 I、O、Z、S、V）", en: "write one digit or capital (not I, O, Z, S, V)")
            )
        }
        return text
    }
}

/// `codelists.yaml`.
extension CodeList {
    static let keys = ["id", "name", "values"]

    init(reading map: YAMLMap) {
        var spellings: Set<String> = []
        let values = map.maps("values", keys: Value.keys)
        for value in values {
            for spelling in [value.located("text")] + value.texts("aliases")
            where !spellings.insert(spelling.value).inserted {
                map.log.addDuplicate(spelling, of: Bilingual(zh: "代码表取值", en: "value of the code list"))
            }
        }
        self.init(id: map.text("id"), name: map.bilingual("name"), values: values.map(Value.init(reading:)))
    }
}

extension CodeList.Value {
    fileprivate static let keys = ["text", "english", "aliases", "takesRemark", "means"]

    fileprivate init(reading map: YAMLMap) {
        self.init(
            text: map.text("text"),
            english: map.text("english"),
            aliases: map.texts("aliases").map(\.value),
            takesRemark: map.flag("takesRemark"),
            means: map.has("means") ? map.word("means") : nil
        )
        guard takesRemark, means != nil else { return }
        map.log.add(
            map.place(of: "means"),
            Bilingual(zh: "后面可以注明的取值不能有 means", en: "a value that takes a remark cannot have means"),
            remedy: Bilingual(zh: "删去 means 或 takesRemark", en: "remove means or takesRemark")
        )
    }
}

/// `sections.yaml`.
extension FileSection {
    static let keys = ["id", "name"]

    init(reading map: YAMLMap) {
        self.init(id: map.text("id"), name: map.bilingual("name"))
    }
}

/// `faults.yaml`: every fault the code knows, each exactly once.
extension FaultTable {
    static let keys = ["code", "severity", "message", "rule", "remedy"]

    init?(reading maps: [YAMLMap], in root: YAMLMap) {
        var entries: [FaultCode: Entry] = [:]
        for map in maps {
            guard let code: FaultCode = map.word("code"), let severity: Severity = map.word("severity") else {
                continue
            }
            let entry = Entry(
                severity: severity,
                message: map.bilingual("message"),
                rule: map.bilingual("rule"),
                remedy: map.bilingual("remedy")
            )
            if severity != .refuse, Self.refusing.contains(code) { Self.reportWarning(code, map) }
            if severity != .warn, Self.warning.contains(code) { Self.reportRefusal(code, map) }
            if entries.updateValue(entry, forKey: code) != nil {
                root.log.addDuplicate(map.located("code"), of: Bilingual(zh: "差错代码", en: "fault code"))
            }
        }
        for code in FaultCode.allCases where entries[code] == nil {
            root.log.add(
                root.place,
                Bilingual(zh: "缺少差错代码“\(code.rawValue)”", en: "the fault code “\(code.rawValue)” is missing"),
                remedy: Bilingual(
                    zh: "添上一条：code、severity、message、rule、remedy",
                    en: "add an entry: code, severity, message, rule, remedy"
                )
            )
        }
        self.init(entries)
    }

    /// What must keep a row out whatever a city thinks: no record can be made, or none may be (limits 1–3).
    private static let refusing: Set<FaultCode> = [
        .requiredMissing, .documentMissing, .naturalPersonRow, .naturalPersonSheet, .itemWithdrawn, .subjectKind,
        .gradeNotInScheme,
    ]

    /// What must keep no row out: two spellings of a number are shown, and people judge.
    private static let warning: Set<FaultCode> = [.documentNearDuplicate]

    private static func reportRefusal(_ code: FaultCode, _ map: YAMLMap) {
        map.log.add(
            map.place(of: "severity"),
            Bilingual(
                zh: "差错“\(code.rawValue)”只能是提示",
                en: "the fault “\(code.rawValue)” can be no more than a warning"
            ),
            remedy: Bilingual(zh: "写 severity: warn", en: "write severity: warn")
        )
    }

    private static func reportWarning(_ code: FaultCode, _ map: YAMLMap) {
        map.log.add(
            map.place(of: "severity"),
            Bilingual(zh: "差错“\(code.rawValue)”不能只是提示", en: "the fault “\(code.rawValue)” cannot be a mere warning"),
            remedy: Bilingual(zh: "写 severity: refuse", en: "write severity: refuse")
        )
    }
}
