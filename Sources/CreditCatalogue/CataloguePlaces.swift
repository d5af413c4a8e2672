/// Where the things of a catalogue stand in its files; kept for `CatalogueAudit` alone.
struct CataloguePlaces: Sendable {
    /// What has a place.
    enum Thing: Hashable {
        case item(String)
        case field(String, of: String)
        case law(String)
        case list(String)
        case ground(String)
        case edition(String, of: String)
        case clause(String)
    }

    private struct Key: Hashable {
        let thing: Thing
        let key: String
    }

    private var places: [Key: Place] = [:]

    /// Where a key of a thing stands, or the thing itself where the key has no place of its own.
    subscript(thing: Thing, key: String = "") -> Place? {
        places[Key(thing: thing, key: key)] ?? places[Key(thing: thing, key: "")]
    }

    /// Notes a thing with all of its keys, and each of its legal bases.
    mutating func note(_ thing: Thing, _ map: YAMLMap) {
        places[Key(thing: thing, key: "")] = map.place
        for key in map.keys { places[Key(thing: thing, key: key.value)] = key.place }
        for (number, place) in map.places(ofElements: "legalBasis").enumerated() {
            places[Key(thing: thing, key: Self.basis(number))] = place
        }
    }

    /// Notes an item with its fields.
    mutating func note(_ item: Item, _ map: YAMLMap, _ entries: [FieldEntry]) {
        note(.item(item.id), map)
        for entry in entries {
            let thing = Thing.field(entry.field.id, of: item.id)
            places[Key(thing: thing, key: "")] = entry.place
            for key in ["meaning", "heading", "example"] { places[Key(thing: thing, key: key)] = entry.origin(of: key) }
            places[Key(thing: thing, key: "disclosure")] = entry.place(of: "disclosure")
        }
    }

    /// The key of a legal basis by its number from 0.
    static func basis(_ number: Int) -> String { "legalBasis[\(number)]" }
}
