/// Tells names apart that were found together and bear the same brand: other place, other form, a branch and its parent.
///
/// ```swift
/// let siblings = NameSiblings(["松溪市鑫源商贸有限公司", "东溪县鑫源商贸有限公司"], by: parser)
/// siblings.standings[1]?.differences  // [.place]
/// ```
///
/// It compares words and says nothing of who belongs to whom; a branch is called one because its name begins with its parent's.
public struct NameSiblings: Sendable {
    /// In what a name differs from the first of its brand.
    public enum Difference: String, Sendable, CaseIterable {
        case place
        case trade
        case form
        case branch
        /// The same parts, written otherwise.
        case spelling
        /// Another of them has the same name, and only the codes differ.
        case code
    }

    /// How one name stands among those of its brand.
    public struct Standing: Sendable, Hashable {
        /// The brand as the name writes it.
        public let brand: String
        /// How many others bear it.
        public let others: Int
        /// Whether it is the first of them, with which the others are compared.
        public let isFirst: Bool
        /// In what it differs from the first; of the first, in what any of the others does.
        public let differences: [Difference]
        /// The characters that say so.
        public let told: [Range<Int>]
        /// The place of its parent among the names, where it is a branch by its name.
        public let parent: Int?
    }

    /// For each name how it stands; `nil` where no other bears its brand.
    public let standings: [Standing?]

    /// Compares names in the order in which they are shown; those that are `nil` are left alone.
    ///
    /// - Complexity: the parts of each name once, then one comparison a name.
    public init(_ names: [String?], by parser: NameParser) {
        let all = names.map { $0.map { SiblingName($0, by: parser) } }
        var groups: [[UInt16]: [Int]] = [:]
        for (place, name) in all.enumerated() {
            if let name, !name.brand.isEmpty { groups[name.brand, default: []].append(place) }
        }
        var standings = [Standing?](repeating: nil, count: names.count)
        for places in groups.values where places.count > 1 {
            let group = places.compactMap { place in all[place].map { (place, $0) } }
            for (place, name) in group { standings[place] = NameSiblings.standing(of: name, at: place, in: group) }
        }
        self.standings = standings
    }

    private static func standing(
        of name: SiblingName,
        at place: Int,
        in group: [(place: Int, name: SiblingName)]
    )
        -> Standing?
    {
        guard let first = group.first else { return nil }
        let isFirst = first.place == place
        let against = isFirst ? group.dropFirst().map(\.name) : [first.name]
        var found = Set(against.flatMap { name.differences(from: $0) })
        if group.contains(where: { $0.place != place && name.isSame(as: $0.name) }) { found.insert(.code) }
        return Standing(
            brand: name.written(name.parts.brand),
            others: group.count - 1,
            isFirst: isFirst,
            differences: Difference.allCases.filter { found.contains($0) },
            told: name.told(found),
            parent: group.first { $0.place != place && name.isBranch(of: $0.name) }?.place
        )
    }
}

/// A name with its parts, made ready to be told apart.
private struct SiblingName {
    let text: String
    let parts: NameParts
    /// For each folded unit the character that it came from.
    let characters: [Int]

    init(_ text: String, by parser: NameParser) {
        self.text = text
        parts = parser.parts(of: text)
        characters = NameFolding.foldWithPlaces(text).characters
    }

    var brand: [UInt16] { Array(parts.units[parts.brand]) }

    func isSame(as other: SiblingName) -> Bool { parts.units == other.parts.units }

    func differences(from other: SiblingName) -> [NameSiblings.Difference] {
        if isSame(as: other) { return [.code] }
        var found: [NameSiblings.Difference] = []
        switch parts.placeKey.relation(to: other.parts.placeKey) {
        case .none, .same: break
        case .missing, .unclear, .other: found.append(.place)
        }
        if differs(\.trade, other) { found.append(.trade) }
        if parts.formGroup != other.parts.formGroup { found.append(.form) }
        if differs(\.branch, other) { found.append(.branch) }
        return found.isEmpty ? [.spelling] : found
    }

    private func differs(_ part: KeyPath<NameParts, Range<Int>>, _ other: SiblingName) -> Bool {
        parts.units[parts[keyPath: part]] != other.parts.units[other.parts[keyPath: part]]
    }

    /// Whether its name is the other's with a branch behind it.
    func isBranch(of other: SiblingName) -> Bool {
        !parts.branch.isEmpty && other.parts.branch.isEmpty
            && parts.units[..<parts.branch.lowerBound] == other.parts.units[...]
    }

    /// The characters of the parts that differ.
    func told(_ differences: Set<NameSiblings.Difference>) -> [Range<Int>] {
        let told: [(NameSiblings.Difference, Range<Int>)] = [
            (.place, parts.place), (.trade, parts.trade), (.form, parts.form), (.branch, parts.branch),
        ]
        return told.filter { differences.contains($0.0) }.compactMap { range($0.1) }
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    func written(_ part: Range<Int>) -> String {
        range(part).map { String(Array(text)[$0]) } ?? ""
    }

    private func range(_ part: Range<Int>) -> Range<Int>? {
        guard !part.isEmpty, part.upperBound <= characters.count else { return nil }
        return characters[part.lowerBound]..<(characters[part.upperBound - 1] + 1)
    }
}
