import CreditModel

/// The answers' own shorthand over the house's writer.
extension JSONWriter {
    /// One object as the whole text.
    static func text(capacity: Int = 4096, _ members: (inout JSONWriter) throws -> Void) rethrows -> [UInt8] {
        var json = JSONWriter(capacity: capacity)
        try json.object(members)
        return json.bytes + [0x0A]
    }

    mutating func member(_ name: String, _ text: String?) { pair(name, text) }

    mutating func member(_ name: String, _ number: some BinaryInteger) { pair(name, number) }

    mutating func member(_ name: String, _ text: Bilingual?) { pair(name, text) }

    mutating func member(_ name: String, _ day: Day?) { pair(name, day?.iso) }

    mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        bool(flag)
    }

    /// A number between 0 and 1, to three places.
    mutating func member(_ name: String, thousandths number: Float) {
        key(name)
        decimal(thousandths: Int((min(max(number, 0), 1) * 1000).rounded()))
    }

    mutating func member(_ name: String, _ texts: [String]) {
        member(name, texts) { $0.string($1) }
    }

    mutating func member(_ name: String, _ members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    mutating func member<Element>(
        _ name: String,
        _ elements: some Sequence<Element>,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { json in
            for element in elements { write(&json, element) }
        }
    }
}
