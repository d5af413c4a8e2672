extension Catalogue {
    /// Whether records of an item are for nobody in public: their organisation is told nothing of, and gets no name from them.
    ///
    /// So are those of an item that the catalogue does not know: in doubt, not public (limit 10).
    public func isRestricted(item id: String) -> Bool {
        item(id).map { $0.publication == .restricted } ?? true
    }
}
