/// What becomes of a workbook's parts; those of which nothing is said are taken over as they are.
struct PackageChanges {
    /// What becomes of one part.
    enum Change {
        case patched(Patches)
        case replaced([UInt8])
        case dropped
    }

    private var changes: [String: Change] = [:]
    /// New parts, in order.
    private(set) var added: [(name: String, bytes: [UInt8])] = []

    /// What becomes of a part, by its name, capitals or not.
    subscript(name: String) -> Change? {
        get { changes[name.lowercased()] }
        set { changes[name.lowercased()] = newValue }
    }

    /// The names of the new parts.
    var addedNames: [String] { added.map(\.name) }

    /// Adds a part.
    mutating func add(_ name: String, _ bytes: some Sequence<UInt8>) {
        added.append((name, Array(bytes)))
    }
}
