import CreditModel

/// A field of an item with the places it was read from: the item itself, or a block and what the item says otherwise.
struct FieldEntry {
    let field: Field
    /// Where the field is written.
    let map: YAMLMap
    /// What the item says otherwise of a block's field.
    let override: YAMLMap?
    /// The item's entry that brings a block's field in.
    let use: YAMLMap?

    static func keys(_ map: YAMLMap) -> [String] { map.has("use") ? FieldUse.keys : Field.keys }

    /// The fields of an item in order, those of its blocks where they are used.
    static func list(_ item: YAMLMap, _ references: References) -> [FieldEntry] {
        let scheme = item.optionalText("scheme")
        return item.maps("fields", keysOf: keys)
            .flatMap { map -> [FieldEntry] in
                if map.has("use") { return FieldUse(map, references)?.entries(references, scheme: scheme) ?? [] }
                let field = Field(reading: map, references: references, scheme: scheme)
                return [FieldEntry(field: field, map: map, override: nil, use: nil)]
            }
    }

    /// Other spellings of its heading.
    var variants: [String] {
        (override?.has("variants") == true ? override ?? map : map).texts("variants").map(\.value)
    }

    /// Where the item has it.
    var place: Place { override?.place ?? use?.place ?? map.place }

    /// Where the item says a key of it: what a block says is the item's doing only by its use.
    func place(of key: String) -> Place {
        if let override, override.has(key) { return override.place(of: key) }
        return use?.place ?? map.place(of: key)
    }

    /// Where the words of a key stand.
    func origin(of key: String) -> Place {
        if let override, override.has(key) { return override.place(of: key) }
        return map.place(of: key)
    }
}
