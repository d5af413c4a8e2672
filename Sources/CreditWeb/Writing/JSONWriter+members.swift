import CreditModel

/// The answers' own shorthand over the house's writer.
extension JSONWriter {
    /// One object as the whole text.
    static func text(capacity: Int = 4096, _ members: (inout JSONWriter) throws -> Void) rethrows -> [UInt8] {
        var json = JSONWriter(capacity: capacity)
        try json.object(members)
        json.endLine()
        return json.bytes
    }

    mutating func member(_ name: StaticString, _ text: String?) { pair(name, text) }

    mutating func member(_ name: StaticString, _ number: Int64) { pair(name, number) }

    mutating func member(_ name: StaticString, _ number: Int) { pair(name, number) }

    mutating func member(_ name: StaticString, _ text: Bilingual?) { pair(name, text) }

    mutating func member(_ name: StaticString, _ day: Day?) {
        key(name)
        self.day(day)
    }

    mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        bool(flag)
    }

    /// A number between 0 and 1, to three places.
    mutating func member(_ name: StaticString, thousandths number: Float) {
        key(name)
        decimal(thousandths: Int((min(max(number, 0), 1) * 1000).rounded()))
    }

    mutating func member(_ name: StaticString, _ texts: [String]) {
        member(name, texts) { $0.string($1) }
    }

    mutating func member(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    mutating func member<Element>(
        _ name: StaticString,
        _ elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { json in
            for element in elements { write(&json, element) }
        }
    }
}
