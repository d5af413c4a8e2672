/// What a checked cell holds.
///
/// The catalogue says which form a field takes.
public enum FieldValue: Hashable, Sendable {
    /// Text as sent, trimmed.
    case text(String)
    /// A legal day.
    case day(Day)
    /// Money in fen.
    case amount(Amount)
    /// One or more values of a code list, in the list's own words.
    case choices([String])
    /// A certificate number, of which only a mask and a keyed hash are kept (limit 8).
    case personal(PersonalMark)
}

/// What is left of a certificate number: enough to compare, not enough to read (limit 8).
public struct PersonalMark: Hashable, Sendable {
    /// First and last character, asterisks between.
    public let mask: String
    /// The first sixteen bytes of a keyed hash of the number.
    public let hash: [UInt8]

    /// A mark from its parts.
    public init(mask: String, hash: [UInt8]) {
        self.mask = mask
        self.hash = hash
    }
}

/// The fields of a record by their catalogue id, in canonical order of the ids (`CBORWriter.precedes`); empty fields are absent.
public struct FieldMap: Hashable, Sendable {
    /// One field of a record.
    public struct Field: Hashable, Sendable {
        /// The catalogue's id of the field.
        public let id: String
        /// What it holds.
        public let value: FieldValue

        /// A field from its parts.
        public init(id: String, value: FieldValue) {
            self.id = id
            self.value = value
        }
    }

    /// The fields in canonical order of their ids.
    public private(set) var fields: [Field]

    /// A map without fields.
    public init() {
        self.fields = []
    }

    /// A map from fields in any order; of two with one id the later stands.
    public init(_ fields: some Sequence<Field>) {
        self.fields = []
        for field in fields { self[field.id] = field.value }
    }

    /// A map from fields already in canonical order of their ids, each once.
    package init(sorted fields: [Field]) {
        self.fields = fields
    }

    /// The value of a field, or `nil` where it is empty.
    public subscript(id: String) -> FieldValue? {
        get {
            for field in fields where field.id == id { return field.value }
            return nil
        }
        set {
            let position = fields.firstIndex { !CBORWriter.precedes($0.id, id) } ?? fields.count
            let stands = position < fields.count && fields[position].id == id
            switch (stands, newValue) {
            case (true, .some(let value)): fields[position] = Field(id: id, value: value)
            case (true, .none): fields.remove(at: position)
            case (false, .some(let value)): fields.insert(Field(id: id, value: value), at: position)
            case (false, .none): break
            }
        }
    }

    /// The text of a field that holds text or one choice.
    public func text(_ id: String) -> String? {
        switch self[id] {
        case .text(let text): text
        case .choices(let choices): choices.joined(separator: "、")
        default: nil
        }
    }

    /// The day of a field that holds one.
    public func day(_ id: String) -> Day? {
        if case .day(let day) = self[id] { day } else { nil }
    }

    /// The amount of a field that holds one.
    public func amount(_ id: String) -> Amount? {
        if case .amount(let amount) = self[id] { amount } else { nil }
    }

    /// The choices of a field that holds some.
    public func choices(_ id: String) -> [String] {
        if case .choices(let choices) = self[id] { choices } else { [] }
    }
}
