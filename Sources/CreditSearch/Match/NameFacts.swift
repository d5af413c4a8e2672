import CreditModel

/// A name made ready to be compared with many others: its parts, their hashes, its code and former names.
///
/// It never changes, and is an object so that handing it on copies nothing.
public final class NameFacts: Sendable {
    /// The name as given.
    public let name: String
    /// Its parts.
    public let parts: NameParts
    let whole: UInt64
    let brand: UInt64
    let trade: UInt64
    let branch: UInt64
    let form: UInt64
    let placeSpelling: UInt64
    let code: PackedCode?
    let isCodeInvalid: Bool
    /// A registration number of fifteen digits that holds, where it was given in place of a code or beside it.
    let number: UInt64?
    let formerNames: [UInt64]
    let placeColumn: PlaceKey

    /// Makes a name ready.
    ///
    /// - Parameters:
    ///   - name: The name as given.
    ///   - code: A unified code or registration number as given; one that does not hold is not used, and said to be so.
    ///   - registrationNumber: A registration number that is known beside the code.
    ///   - place: A place that was given beside the name.
    ///   - formerNames: Names it bore before.
    ///   - parser: Takes the names apart.
    /// - Complexity: one pass over each name.
    public init(
        _ name: String,
        code: String? = nil,
        registrationNumber: String? = nil,
        place: String? = nil,
        formerNames: [String] = [],
        by parser: NameParser
    ) {
        self.name = name
        let parts = parser.parts(of: name)
        self.parts = parts
        let hashes = parts.units.withUnsafeBufferPointer { units in
            func hash(_ range: Range<Int>) -> UInt64 {
                range.isEmpty ? 0 : UnitHash.of(UnsafeBufferPointer(rebasing: units[range]))
            }
            return (
                hash(0..<units.count), hash(parts.brand), hash(parts.trade), hash(parts.branch), hash(parts.form),
                hash(parts.place)
            )
        }
        (whole, brand, trade, branch, form, placeSpelling) = hashes
        if let code, !code.isEmpty {
            let narrow = NameFolding.narrow(code)
            self.code = CreditCode(narrow).map { PackedCode($0) }
            number = NameFacts.number(narrow) ?? registrationNumber.flatMap { NameFacts.number($0) }
            isCodeInvalid = self.code == nil && number == nil
        } else {
            self.code = nil
            number = registrationNumber.flatMap { NameFacts.number($0) }
            isCodeInvalid = false
        }
        self.formerNames = formerNames.isEmpty ? [] : formerNames.map { UnitHash.of(NameFolding.fold($0)) }
        placeColumn = place.map { parser.place(of: $0) } ?? PlaceKey()
    }

    private static func number(_ text: String) -> UInt64? {
        RegistrationNumber.holds(Array(text.utf8)) ? UInt64(text) : nil
    }
}

/// A unified code in two words of memory.
struct PackedCode: Sendable, Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init(_ code: CreditCode) {
        for (place, byte) in code.text.utf8.enumerated() {
            let value = UInt64(byte & 0x7F)
            if place < 9 { high = high << 7 | value } else { low = low << 7 | value }
        }
    }
}
