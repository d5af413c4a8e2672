import CreditModel

/// What fields mean, and why some are not public.
extension Auditor {
    mutating func auditFields() {
        for item in catalogue.items {
            for field in item.fields {
                auditMeaning(of: field, item)
                auditExample(of: field, item)
            }
            guard item.standing == .open else { continue }
            auditGrounds(of: item)
        }
    }

    private mutating func auditMeaning(of field: Field, _ item: Item) {
        guard let language = field.meaning.language(lacking: field.heading) else { return }
        add(
            .meaningMissing,
            .field(field.id, of: item.id),
            "meaning",
            Bilingual(
                zh: "字段“\(field.id)”没有\(language == .zh ? "中文" : "英文")含义",
                en: "the field “\(field.id)” has no meaning in \(language == .zh ? "Chinese" : "English")"
            ),
            remedy: Bilingual(zh: "在 meaning 里写清楚，中英文各写各的", en: "say it under meaning, in each language")
        )
    }

    /// A blank form shows the example: whoever follows it must not be refused.
    private mutating func auditExample(of field: Field, _ item: Item) {
        guard case .choice(let id) = field.type, !field.example.isEmpty, let list = catalogue.codeLists[id],
            !list.values.contains(where: { $0.text == field.example || $0.aliases.contains(field.example) })
        else { return }
        add(
            .exampleWrong,
            .field(field.id, of: item.id),
            "example",
            Bilingual(
                zh: "样例“\(field.example)”不在代码表“\(id)”里",
                en: "the example “\(field.example)” is not in the code list “\(id)”"
            ),
            remedy: Bilingual(zh: "改成代码表里的一个取值", en: "write a value of the list")
        )
    }

    private mutating func auditGrounds(of item: Item) {
        if item.publication == .restricted {
            guard item.withheld.flatMap(ground) == nil else { return }
            return add(
                .groundMissing,
                .item(item.id),
                "publication",
                Bilingual(
                    zh: "事项“\(item.id)”不公示，没有写理由",
                    en: "the item “\(item.id)” is not published, on no stated ground"
                ),
                remedy: Bilingual(
                    zh: "写 withheld，取 disclosure.yaml 里的理由",
                    en: "write withheld with a ground of disclosure.yaml"
                )
            )
        }
        for field in item.fields where field.disclosure != .open && catalogue.ground(of: field, in: item) == nil {
            add(
                .groundMissing,
                .field(field.id, of: item.id),
                "disclosure",
                Bilingual(
                    zh: "字段“\(field.id)”不公开，没有写理由",
                    en: "the field “\(field.id)” is not public, on no stated ground"
                ),
                remedy: Bilingual(
                    zh: "写 withheld，或在 disclosure.yaml 的 types 里列出这一字段类型",
                    en: "write withheld, or list the type of the field under types in disclosure.yaml"
                )
            )
        }
    }

    private func ground(_ id: String) -> DisclosureGround? { catalogue.grounds.first { $0.id == id } }
}

extension Bilingual {
    /// The language in which it says nothing of its own: blank, the other language's words, or no more than the heading.
    fileprivate func language(lacking heading: String) -> Language? {
        if zh.allSatisfy(\.isWhitespace) || !zh.holdsHan && zh == en { return .zh }
        let isEnglish = en.contains { $0.isASCII && $0.isLetter || $0.isNumber }
        if !isEnglish || (zh == en && zh.holdsHan) || en == heading && heading.holdsHan { return .en }
        return nil
    }
}

extension String {
    /// Whether it holds Chinese characters.
    var holdsHan: Bool { unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 } }
}
