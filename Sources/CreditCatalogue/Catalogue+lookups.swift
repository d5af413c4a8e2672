extension Catalogue {
    /// The ground on which a field of an item is not public: the field's own, the item's, or the one for its type; `nil` for a
    /// public field, and where nobody has stated one.
    public func ground(of field: Field, in item: Item) -> DisclosureGround? {
        guard field.disclosure != .open || item.publication == .restricted else { return nil }
        if let named = field.withheld ?? item.withheld { return grounds.first { $0.id == named } }
        return grounds.first { $0.types.contains(field.type.id) }
    }

    /// The items that serve a clause of the plan, withdrawn ones included.
    public func items(of clause: String) -> [Item] { items.filter { $0.clauses.contains(clause) } }

    /// The items that a department may send, in whatever years; withdrawn ones are nobody's to send.
    public func items(from department: String) -> [Item] {
        guard departments[department]?.isSource == true else { return [] }
        return items.filter { $0.standing == .open && $0.mayCome(from: department) }
    }
}
