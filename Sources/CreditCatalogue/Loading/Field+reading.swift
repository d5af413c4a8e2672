import CreditModel

/// One entry of an item's `fields:`.
extension Field {
    static let keys = [
        "id", "heading", "label", "variants", "meaning", "type", "unit", "list", "maxLength", "requirement",
        "disclosure", "example", "withheld",
    ]

    /// `scheme` is the item's, whose codes a field of type `grade` holds.
    init(reading map: YAMLMap, references: References, scheme: String?) {
        let id = map.located("id")
        Field.checkForm(of: id, map.log)
        self.init(
            id: id.value,
            heading: map.text("heading"),
            label: map.text("label"),
            meaning: map.bilingual("meaning"),
            type: FieldType(reading: map, references: references, scheme: scheme),
            maxLength: map.integer("maxLength", in: 1...100_000),
            requirement: Requirement(reading: map),
            disclosure: map.word("disclosure") ?? .restricted,
            example: map.optionalText("example") ?? "",
            withheld: DisclosureGround.named(in: map, references)
        )
    }

    /// The keys that an item may say otherwise of a block's field.
    static let overridable = [
        "heading", "label", "variants", "meaning", "maxLength", "requirement", "disclosure", "example", "withheld",
    ]

    /// The field with what an item says otherwise of it.
    func overridden(by map: YAMLMap, references: References) -> Field {
        let disclosure = map.has("disclosure") ? map.word("disclosure") ?? .restricted : disclosure
        let withheld = map.has("withheld") ? DisclosureGround.named(in: map, references) : withheld
        return Field(
            id: id,
            heading: map.has("heading") ? map.text("heading") : heading,
            label: map.has("label") ? map.text("label") : label,
            meaning: map.optionalBilingual("meaning") ?? meaning,
            type: type,
            maxLength: map.has("maxLength") ? map.integer("maxLength", in: 1...100_000) : maxLength,
            requirement: map.has("requirement") ? Requirement(reading: map) : requirement,
            disclosure: disclosure,
            example: map.has("example") ? map.text("example") : example,
            // The block's ground is no longer one where the item makes the field public.
            withheld: disclosure == .open && !map.has("withheld") ? nil : withheld
        )
    }

    private static func checkForm(of id: Located<String>, _ log: ProblemLog) {
        let isPlain = id.value.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        }
        guard !isPlain || id.value.utf8.count > 15 else { return }
        log.add(
            id.place,
            Bilingual(
                zh: "字段编号“\(id.value)”过长或含有别的字符",
                en: "the field id “\(id.value)” is too long or holds other characters"
            ),
            remedy: Bilingual(zh: "用不超过 15 个英文字母和数字", en: "use at most fifteen ASCII letters and digits")
        )
    }
}

extension FieldType {
    private static let plain: [FieldType] = [
        .text, .freeText, .day, .creditCode, .authorityCode, .authority, .registrationNumber, .organisationCode,
        .otherCode,
        .certificateNumber, .personName,
    ]

    fileprivate init(reading map: YAMLMap, references: References, scheme: String?) {
        let type = map.located("type")
        self = .text
        switch type.value {
        case "amount": self = .amount(unit: FieldType.unit(map))
        case "choice": self = .choice(list: FieldType.list(map, references))
        case "grade": self = .grade(scheme: scheme ?? "")
        case "choices": self = .choices(list: FieldType.list(map, references))
        default:
            if let plain = FieldType.plain.first(where: { $0.id == type.value }) {
                self = plain
            } else if map.has("type") {
                map.log.addUnknown(type, among: FieldType.words, kind: Bilingual(zh: "字段类型", en: "type of field"))
            }
        }
        checkUse(of: "list", isWanted: list != nil, map)
        checkUse(of: "unit", isWanted: id == "amount", map)
    }

    private func checkUse(of key: String, isWanted: Bool, _ map: YAMLMap) {
        guard !isWanted, map.has(key) else { return }
        map.log.add(
            map.place(of: key),
            Bilingual(zh: "类型“\(id)”用不着“\(key)”", en: "the type “\(id)” has no “\(key)”"),
            remedy: Bilingual(zh: "删去这一行，或更正 type", en: "remove the line, or correct the type")
        )
    }

    private static func list(_ map: YAMLMap, _ references: References) -> String {
        let list = map.located("list")
        if map.has("list"), references.codeLists[list.value] == nil {
            map.log.addUnknown(list, among: references.codeLists.keys, kind: Bilingual(zh: "代码表", en: "code list"))
        }
        return list.value
    }

    /// The unit of money under `unit`, in fen.
    static func unit(_ map: YAMLMap) -> Int64 {
        let unit = map.located("unit")
        let known: [String: Int64] = ["元": 100, "万元": 1_000_000, "亿元": 10_000_000_000]
        if let fen = known[unit.value] { return fen }
        if map.has("unit") {
            map.log.addUnknown(unit, among: known.keys, kind: Bilingual(zh: "金额单位", en: "unit of money"))
        }
        return 100
    }
}

extension Requirement {
    fileprivate init(reading map: YAMLMap) {
        self = .optional
        if map.isGroup("requirement") {
            guard let condition = map.map("requirement", keys: ["field", "among"]) else { return }
            self = .requiredWhen(field: condition.text("field"), among: condition.texts("among").map(\.value))
            return
        }
        let word = map.located("requirement")
        switch word.value {
        case "required": self = .required
        case "optional": self = .optional
        default:
            guard map.has("requirement") else { return }
            map.log.addUnknown(word, among: ["required", "optional"], kind: Bilingual(zh: "必填要求", en: "requirement"))
        }
    }
}
