/// A 统一社会信用代码 (GB 32100-2015 with its first amendment) whose outer check character holds.
public struct CreditCode: Hashable, Sendable {
    /// Its eighteen characters.
    public let text: String

    /// What keeps eighteen bytes from being a unified code.
    public enum Defect: Sendable, Hashable {
        /// Not eighteen characters, or a character outside the alphabet (no I, O, Z, S, V).
        case malformed
        /// All the same character, or the zeros that stand for "none": its check digit must not save it.
        case placeholder
        /// The eighteenth character does not follow from the others.
        case outerCheck
    }

    /// A unified code from text in its normal form, or `nil` where it is none.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard CreditCode.defect(in: bytes) == nil else { return nil }
        self.text = String(text)
    }

    /// A unified code from eighteen bytes already found without defect.
    package init(unchecked text: String) {
        self.text = text
    }

    /// The first thing wrong with a code in its normal form (half-width, upper case, no spaces), if anything is.
    public static func defect(in bytes: some RandomAccessCollection<UInt8>) -> Defect? {
        bytes.withContiguousStorageIfAvailable { defect(in: $0) }
            ?? Array(bytes).withUnsafeBufferPointer { defect(in: $0) }
    }

    /// The same over bytes where they lie: the check runs once a row.
    public static func defect(in bytes: UnsafeBufferPointer<UInt8>) -> Defect? {
        guard bytes.count == 18 else { return .malformed }
        var sum = 0
        var weight = 1
        var last = -1
        var zeros = 0
        var same = 0
        values.withUnsafeBufferPointer { values in
            for position in 0..<18 {
                let byte = bytes[position]
                let value = Int(values[Int(byte)])
                if value < 0 {
                    sum = -1
                    return
                }
                if byte == bytes[0] { same += 1 }
                if position == 17 {
                    last = value
                } else {
                    if byte == 0x30 { zeros += 1 }
                    sum += value * weight
                    weight = weight * 3 % 31
                }
            }
        }
        if sum < 0 { return .malformed }
        if same == 18 || zeros == 17 { return .placeholder }
        return (31 - sum % 31) % 31 == last ? nil : .outerCheck
    }

    /// Whether the ninth to seventeenth characters hold as an organisation code; a few real codes do not (a warning, no more).
    public var hasInnerCheck: Bool {
        var copy = text
        return copy.withUTF8 { OrganisationCode.holds(UnsafeBufferPointer(rebasing: $0[8..<17])) }
    }

    /// The organisation code inside: characters nine to seventeen.
    public var organisationCode: String { String(text.dropFirst(8).prefix(9)) }

    /// The division it was registered in: characters three to eight (GB/T 2260, of its day).
    public var division: String { String(text.dropFirst(2).prefix(6)) }

    /// The kind of subject that its first two characters say.
    public var kind: SubjectKind {
        var copy = text
        return copy.withUTF8 { SubjectKind(registrar: $0[0], category: $0[1]) }
    }

    /// `91 220402 MA0TEWT1X 6`: broken 2-6-9-1 so that it can be read aloud.
    public var spoken: String {
        var bytes = Array(text.utf8)
        for place in [17, 8, 2] { bytes.insert(0x20, at: place) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The check character that seventeen characters ask for, or `nil` where one is outside the alphabet.
    public static func checkCharacter(for body: some Collection<UInt8>) -> UInt8? {
        var sum = 0
        var weight = 1
        for byte in body {
            let value = Int(values[Int(byte)])
            guard value >= 0 else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// Whether a byte is one of the thirty-one that a code is made of.
    public static func isInAlphabet(_ byte: UInt8) -> Bool { values[Int(byte)] >= 0 }

    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    static let values: [Int8] = {
        var table = [Int8](repeating: -1, count: 256)
        for (value, byte) in alphabet.enumerated() { table[Int(byte)] = Int8(value) }
        return table
    }()
}
