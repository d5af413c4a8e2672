import CreditModel

/// Holds one item to what the law and the limits ask of every item: what no single line of it shows.
struct ItemChecker {
    let item: Item
    let map: YAMLMap
    let entries: [FieldEntry]
    let references: References

    func check() {
        checkFields()
        checkWithheld()
        guard item.standing == .open else { return }
        checkGround()
        checkDocument()
        checkPublication()
        checkTiers()
        checkAdverse()
        checkOneGrade()
        checkAbout()
        checkMeanings()
        checkTemplates()
    }

    func report(_ key: String, _ what: Bilingual, remedy: Bilingual) {
        map.log.add(map.place(of: key), what, remedy: remedy)
    }

    private func checkFields() {
        var seen: Set<String> = []
        for entry in entries {
            if !seen.insert(entry.field.id).inserted {
                let id = Located(value: entry.field.id, place: entry.place(of: "id"))
                map.log.addDuplicate(id, of: Bilingual(zh: "字段", en: "field"))
            }
            checkDisclosure(of: entry)
            checkCondition(of: entry)
        }
    }

    private func checkDisclosure(of entry: FieldEntry) {
        let field = entry.field
        guard field.disclosure == .open else { return }
        let isLegalRepresentative = field.type == .personName && !item.isRegister
        guard field.type == .certificateNumber || field.heading.hasPrefix("备注") || isLegalRepresentative else { return }
        map.log.add(
            entry.place(of: "disclosure"),
            Bilingual(zh: "“\(field.heading)”不得向社会公开", en: "“\(field.heading)” may not be public"),
            remedy: Bilingual(zh: "写 disclosure: restricted", en: "write disclosure: restricted")
        )
    }

    private func checkCondition(of entry: FieldEntry) {
        guard case .requiredWhen(let id, let values) = entry.field.requirement else { return }
        let place = entry.place(of: "requirement")
        guard let other = item.field(id) else {
            let name = Located(value: id, place: place)
            return map.log.addUnknown(name, among: item.fields.map(\.id), kind: Bilingual(zh: "字段", en: "field"))
        }
        guard let list = other.type.list.flatMap({ references.codeLists[$0] }) else { return }
        for value in values where !list.values.contains(where: { $0.text == value }) {
            let name = Located(value: value, place: place)
            map.log.addUnknown(
                name,
                among: list.values.map(\.text),
                kind: Bilingual(zh: "代码表取值", en: "value of the code list")
            )
        }
    }

    private func checkGround() {
        if item.legalBasis.isEmpty {
            report(
                "legalBasis",
                Bilingual(zh: "没有法定依据，不得归集", en: "no legal basis: it may not be recorded"),
                remedy: Bilingual(
                    zh: "添上 legalBasis；无依据的事项删去",
                    en: "add legalBasis, or remove the item"
                )
            )
        }
        if item.keyFields.isEmpty {
            report(
                "keyFields",
                Bilingual(zh: "没有写主键字段，分不出更正与新记录", en: "no key fields: a correction cannot be told from a new record"),
                remedy: Bilingual(zh: "添上 keyFields，如 [docNumber]", en: "add keyFields, such as [docNumber]")
            )
        }
        if item.clauses.isEmpty { map.demand("clauses") }
        if item.personRole == nil { map.demand("subjectKinds") }
        if map.has("templates") { map.demand("templates") }
    }

    private func checkDocument() {
        if item.polarity == .adverse { demandDocument(zh: "失信类事项", en: "an adverse item") }
    }

    func demandDocument(zh: String, en: String) {
        let roles = [("documentNumber", item.roles.documentNumber), ("authority", item.roles.authority)]
        for (role, field) in roles where field == nil {
            report(
                "roles",
                Bilingual(zh: "\(zh)缺少“\(role)”", en: "\(en) without “\(role)”"),
                remedy: Bilingual(
                    zh: "在 roles 里指明决定文书号和决定机关",
                    en: "name the document's number and authority under roles"
                )
            )
        }
    }

    private func checkPublication() {
        let roles = item.roles
        let fault: (zh: String, en: String)? =
            switch item.publication {
            case .standing, .validity:
                item.polarity == .adverse
                    ? (
                        "失信类信息都有期满之日，不能用 \(item.publication.rawValue)",
                        "adverse records end: \(item.publication.rawValue) does not"
                    )
                    : item.publication == .validity && roles.validUntil == nil
                        ? ("按有效期公示，却没有 validUntil", "publication by validity without validUntil") : nil
            case .penaltyTier:
                item.polarity != .adverse || roles.penaltyKinds == nil
                    ? ("penalty-tier 只用于失信类，且要有 penaltyKinds", "penalty-tier is for adverse items with penaltyKinds")
                    : nil
            case .listEntry:
                item.polarity != .adverse || roles.endedOn == nil
                    ? ("list-entry 只用于失信类，且要有 endedOn", "list-entry is for adverse items with endedOn") : nil
            case .itemTier:
                item.polarity != .adverse ? ("item-tier 只用于失信类", "item-tier is for adverse items") : nil
            case .declared: roles.openness == nil ? ("declared 要有 openness", "declared needs openness") : nil
            case .restricted: nil
            }
        guard let fault else { return }
        report(
            "publication",
            Bilingual(zh: fault.zh, en: fault.en),
            remedy: Bilingual(zh: "更正 publication、polarity 或 roles", en: "correct publication, polarity or roles")
        )
    }

    /// What the rules ask of an item's words has to be said of some value: which are natural persons, which are fines.
    private func checkMeanings() {
        let roles = item.roles
        var needed: [(field: String?, meaning: CodeList.Meaning)] = [
            (roles.subjectCategory, .naturalPerson), (roles.subjectCategory, .soleTrader),
        ]
        if item.personRole != nil { needed = [] }
        if roles.fine != nil { needed.append((roles.penaltyKinds, .fine)) }
        if roles.confiscated != nil { needed.append((roles.penaltyKinds, .confiscation)) }
        if item.publication == .declared { needed.append((roles.openness, .open)) }
        for (field, meaning) in needed {
            guard let list = field.flatMap({ item.field($0)?.type.list }).flatMap({ references.codeLists[$0] }),
                list.words(meaning: meaning).isEmpty
            else { continue }
            let word = meaning.rawValue
            report(
                "roles",
                Bilingual(
                    zh: "代码表“\(list.id)”没有哪个取值写着 means: \(word)，这一事项却要用到",
                    en: "no value of the code list “\(list.id)” has means: \(word), which this item needs"
                ),
                remedy: Bilingual(
                    zh: "在 codelists.yaml 里给意思是 \(word) 的取值写 means: \(word)",
                    en: "write means: \(word) at the value in codelists.yaml"
                )
            )
        }
    }

    /// A layout without the columns that every record needs could not admit a single row.
    private func checkTemplates() {
        let adverse =
            item.polarity == .adverse || !adverseValues.isEmpty
            ? [item.roles.documentNumber, item.roles.authority] : []
        let needed = [item.roles.name, item.roles.decidedOn] + adverse.compactMap(\.self)
        let maps = map.has("templates") ? map.maps("templates", keys: Template.keys) : []
        for (template, templateMap) in zip(item.templates, maps) where !template.isForNaturalPersons {
            for field in needed where !template.fills(field) && item.field(field) != nil {
                map.log.add(
                    templateMap.place,
                    Bilingual(
                        zh: "模板“\(template.id)”没有必需的字段“\(field)”",
                        en: "the layout “\(template.id)” lacks the field “\(field)”"
                    ),
                    remedy: Bilingual(zh: "添上这一列，或在 constants 里写固定值", en: "add the column, or a value under constants")
                )
            }
        }
    }
}

extension Template {
    fileprivate func fills(_ field: String) -> Bool {
        constants[field] != nil || columns.contains { $0.field == field }
    }
}
