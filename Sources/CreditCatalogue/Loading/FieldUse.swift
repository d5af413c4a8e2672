import CreditModel

/// An entry `{use: …}` of an item's fields: a block, what is left out of it, and what is said otherwise.
struct FieldUse {
    let map: YAMLMap
    let block: FieldBlock
    let leftOut: Set<String>

    static let keys = ["use", "without", "with"]

    init?(_ map: YAMLMap, _ references: References) {
        let id = map.located("use")
        guard let block = references.blocks[id.value] else {
            map.log.addUnknown(id, among: references.blocks.keys, kind: Bilingual(zh: "字段组", en: "block of fields"))
            return nil
        }
        self.map = map
        self.block = block
        leftOut = Set(map.texts("without").map(\.value))
    }

    /// The blocks that an item uses, in order.
    static func all(in item: YAMLMap, _ references: References) -> [FieldUse] {
        item.maps("fields", keysOf: FieldEntry.keys).filter { $0.has("use") }.compactMap { FieldUse($0, references) }
    }

    /// The block's fields as the item has them.
    func entries(_ references: References, scheme: String?) -> [FieldEntry] {
        let overrides = map.has("with") ? map.map("with", keys: nil) : nil
        checkNames(map.texts("without") + (overrides?.keys ?? []))
        return zip(block.fields, block.maps).filter { !leftOut.contains($0.0.id) }
            .map { field, fieldMap in
                let override = overrides.flatMap { $0.has(field.id) ? $0.map(field.id, keys: Field.overridable) : nil }
                let base = field.with(scheme: scheme)
                return FieldEntry(
                    field: override.map { base.overridden(by: $0, references: references) } ?? base,
                    map: fieldMap,
                    override: override,
                    use: map
                )
            }
    }

    private func checkNames(_ names: [Located<String>]) {
        let known = block.fields.map(\.id)
        for name in names where !known.contains(name.value) {
            map.log.addUnknown(
                name,
                among: known,
                kind: Bilingual(zh: "“\(block.id)”的字段", en: "field of “\(block.id)”")
            )
        }
    }
}

extension Field {
    /// The field in an item of that scheme; only a grade knows the difference.
    fileprivate func with(scheme: String?) -> Field {
        guard case .grade = type, let scheme else { return self }
        return Field(
            id: id,
            heading: heading,
            label: label,
            meaning: meaning,
            type: .grade(scheme: scheme),
            maxLength: maxLength,
            requirement: requirement,
            disclosure: disclosure,
            example: example,
            withheld: withheld
        )
    }
}
