/// Makes an index of a list of organisations, in the order of their numbers: for lists beside a store.
public struct NameIndexBuilder {
    private var builder: SegmentBuilder

    /// A builder; `brandStart` says how many folded units of a name are its place.
    public init(brandStart: @escaping (String) -> Int = { _ in 0 }) {
        builder = SegmentBuilder(brandStart: brandStart)
    }

    /// Adds an organisation, whose number must be greater than that of the one before.
    public mutating func add(_ subject: SubjectNames) { builder.add(subject) }

    /// The index of all that was added.
    public consuming func build() -> NameIndex {
        builder.count == 0 ? NameIndex() : NameIndex([NameIndex.Segment(names: builder.build())])
    }
}
