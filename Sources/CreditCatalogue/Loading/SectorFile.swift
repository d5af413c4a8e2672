import CreditModel

/// One file of `sectors/`: items, and the laws, code lists and grading schemes that come with them.
struct SectorFile {
    static let keys = ["clause", "laws", "lists", "schemes", "items"]

    let map: YAMLMap
    /// The clause of items that name none.
    let clause: String?

    init(_ map: YAMLMap) {
        self.map = map
        clause = map.optionalText("clause")
        let lists = Self.keys.dropFirst().filter(map.has)
        for list in lists.isEmpty ? ["items"] : lists { map.demand(list) }
    }
}
