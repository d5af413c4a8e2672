/// Which layouts have a heading, so that a row of headings is compared only with layouts that it may fit.
struct HeadingIndex: Sendable {
    private struct Use {
        let item: Int
        let template: Int
        /// How many of its headings a row must have at the least to count.
        let least: Int
    }

    private let uses: [Use]
    private let places: [String: [Int]]

    init(_ items: [Item]) {
        var uses: [Use] = []
        var places: [String: [Int]] = [:]
        for (position, item) in items.enumerated() {
            for (number, template) in item.templates.enumerated() {
                for heading in template.places.keys { places[heading, default: []].append(uses.count) }
                let share = (template.columns.count * 6 + 9) / 10
                let required = item.requiredColumns[template.id]?.count ?? 0
                uses.append(Use(item: position, template: number, least: max(1, min(share, required))))
            }
        }
        self.uses = uses
        self.places = places
    }

    /// The layouts that a row of normalised headings may fit, in the catalogue's order; those that it cannot fit are left out.
    ///
    /// - Complexity: one look-up for each heading, and one step for each layout that has it.
    func candidates(_ headings: [String]) -> [(item: Int, template: Int)] {
        var known: [Int: Int] = [:]
        for heading in headings where !heading.isEmpty {
            for use in places[heading] ?? [] { known[use, default: 0] += 1 }
        }
        return known.filter { $0.value >= uses[$0.key].least }.keys.sorted()
            .map { (uses[$0].item, uses[$0].template) }
    }
}
