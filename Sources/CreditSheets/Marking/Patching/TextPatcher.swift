/// Blanks the secrets out of a part that is not a sheet: shared strings, comments, charts, properties.
final class TextPatcher: PartVisitor {
    /// The changes.
    let patches: Patches
    private let finder: SecretFinder
    // Apart from the texts, of which one may go on behind a tag.
    private let attributes: SecretFinder
    private let strings: SharedStringUses?
    private let isRelations: Bool
    private var string = -1
    private var isSealed = false
    private var groups = 0
    private var element = Kind.other

    private enum Kind { case text, formula, other }

    // A tag with fewer bytes holds no attribute that is worth a look.
    private static let shortTag = 24

    /// - Parameters:
    ///   - marking: What is secret.
    ///   - patches: Where the changes are noted.
    ///   - strings: In the part of the shared strings, how they are used.
    ///   - isRelations: Whether the attributes name other parts, which must keep their names.
    init(
        _ marking: WorkbookMarking,
        _ patches: Patches = Patches(),
        strings: SharedStringUses? = nil,
        isRelations: Bool = false
    ) {
        self.patches = patches
        self.strings = strings
        self.isRelations = isRelations
        finder = SecretFinder(marking.secrets, patches)
        attributes = SecretFinder(marking.secrets, patches)
    }

    func start(_ tag: PartTag) throws {
        let name = tag.name
        if name == "si" { startString() }
        if groups == 0 || name == "rPh" { finder.begin() }
        if name == "si" || name == "is" || name == "text" || name == "p" { groups += 1 }
        element = name == "t" ? .text : TextPatcher.isFormula(name) ? .formula : .other
        guard tag.length >= TextPatcher.shortTag else { return }
        let text = tag.text
        if isRelations, text.text("TargetMode") != "External" { return }
        attributes.begin()
        attributes.add(text.bytes, at: tag.offset, length: tag.length, .zeros)
    }

    func end(_ name: XMLName, at offset: Int64, length: Int) throws {
        element = .other
        if name == "si" || name == "is" || name == "text" || name == "p" { groups -= 1 }
        if groups == 0 || name == "rPh" { finder.begin() }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int64, length: Int) throws {
        guard groups == 0 || element == .text else { return }
        if isSealed, element == .text, groups > 0 {
            patches.fill(offset, length, with: UInt8(ascii: "*"), times: bytes.count)
            return
        }
        let isNumber = element == .formula || element == .other && bytes.allSatisfy(TextPatcher.isOfNumbers)
        finder.add(bytes, at: offset, length: length, isNumber ? .zeros : .stars)
    }

    /// Has the last secrets blanked out; to be called when the part has ended.
    func finish() {
        finder.flush()
        attributes.flush()
    }

    /// Blanks the secrets out of a part in memory, besides its other changes.
    static func blank(_ tree: PartTree, _ marking: WorkbookMarking, isRelations: Bool = false) throws {
        let patcher = TextPatcher(marking, tree.patches, isRelations: isRelations)
        try PartScanner.scan(tree.bytes, patcher)
        patcher.finish()
    }

    private func startString() {
        string += 1
        isSealed = strings?.isSealed(string) ?? false
    }

    private static func isFormula(_ name: XMLName) -> Bool {
        name == "f" || name == "formula" || name == "formula1" || name == "formula2" || name == "definedName"
            || name == "calculatedColumnFormula" || name == "totalsRowFormula"
    }

    private static func isOfNumbers(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "E") || byte == UInt8(ascii: "+")
    }
}
