/// How a row of headings fits one layout of one item.
public struct TemplateMatch: Sendable {
    /// The item.
    public let item: Item
    /// The layout.
    public let template: Template
    /// The field that each column fills, by the column's position in the row.
    public let fields: [Int: String]
    /// Positions of columns that the layout knows and leaves out on purpose.
    public let leftOut: [Int]
    /// Positions of headings that the layout does not know; their cells are not taken in.
    public let unknown: [Int]
    /// Headings of required columns that are not there.
    public let missing: [String]

    /// How many of the row's headings the layout knows.
    public var known: Int { fields.count + leftOut.count }

    /// Whether enough was recognised: all required columns, or six of the layout's columns in ten; for a layout of natural
    /// persons also what only they have.
    public var counts: Bool {
        let columns = template.columns.count
        guard known > 0, !template.isForNaturalPersons || isOfPersons else { return false }
        return missing.isEmpty || known * 10 >= columns * 6
    }

    /// Whether the headings speak of persons beyond doubt: their certificate numbers, or the whole layout.
    ///
    /// All the rest a short sheet of organisations has, too.
    private var isOfPersons: Bool {
        known == template.columns.count || fields.values.contains { item.field($0)?.type == .certificateNumber }
    }

    /// How many headings fit nowhere, on either side: what the layout does not know and what it must have and has not.
    package var misfits: Int { unknown.count + missing.count }

    /// The share that row and layout have in common: 1 where they are the same.
    var likeness: Double {
        Double(known) / Double(max(template.columns.count + unknown.count, 1))
    }

    /// Whether this fits better than another; `nil` where they fit alike.
    ///
    /// Likeness alone would take a short sheet of organisations, without the optional columns, for one of natural persons.
    func precedes(_ other: TemplateMatch) -> Bool? {
        if misfits != other.misfits { return misfits < other.misfits }
        if template.isForNaturalPersons != other.template.isForNaturalPersons {
            return other.template.isForNaturalPersons
        }
        return likeness == other.likeness ? nil : likeness > other.likeness
    }

    /// How the main table of a department's own export fits: its layout stands in the place of a template.
    package init(
        item: Item,
        layout: Layout,
        fields: [Int: String],
        leftOut: [Int],
        unknown: [Int],
        missing: [String]
    ) {
        self.item = item
        template = Template(
            id: layout.id,
            name: layout.name,
            columns: layout.columns.filter { $0.table == layout.tables.first?.id }
                .flatMap { column in
                    column.source.headings.map {
                        .init(heading: $0.text, variants: $0.variants, field: column.field)
                    }
                },
            constants: layout.constants,
            isForNaturalPersons: false
        )
        self.fields = fields
        self.leftOut = leftOut
        self.unknown = unknown
        self.missing = missing
    }

    /// Fits a row of headings to a layout; empty headings say nothing, and of two equal headings the first stands.
    init(item: Item, template: Template, normalised headings: [String]) {
        var fields: [Int: String] = [:]
        var leftOut: [Int] = []
        var unknown: [Int] = []
        var found: Set<Int> = []
        for (position, heading) in headings.enumerated() where !heading.isEmpty {
            guard let column = template.places[heading], found.insert(column).inserted else {
                unknown.append(position)
                continue
            }
            if let field = template.columns[column].field { fields[position] = field } else { leftOut.append(position) }
        }
        self.item = item
        self.template = template
        self.fields = fields
        self.leftOut = leftOut
        self.unknown = unknown
        self.missing = (item.requiredColumns[template.id] ?? []).filter { !found.contains($0) }
            .map { template.columns[$0].heading }
    }
}

extension Catalogue {
    /// The layouts that a row of headings fits, the best first; none where it is no row of headings.
    ///
    /// - Complexity: one look-up for each heading, then one for each heading in each layout that the row may fit.
    public func recognise(headings: [String]) -> [TemplateMatch] {
        let normalised = headings.map(Heading.normalised)
        guard normalised.contains(where: { !$0.isEmpty }) else { return [] }
        var matches: [TemplateMatch] = []
        for (place, number) in headingIndex.candidates(normalised) {
            let item = items[place]
            let match = TemplateMatch(item: item, template: item.templates[number], normalised: normalised)
            if match.counts { matches.append(match) }
        }
        return matches.enumerated().sorted { $0.element.precedes($1.element) ?? ($0.offset < $1.offset) }.map(\.element)
    }

    /// How a row of headings fits one layout, given by its id or by its item's (whose first layout is meant).
    ///
    /// `nil` where there is no such layout; a row that is no row of headings gives a match that does not count.
    public func match(headings: [String], with id: String) -> TemplateMatch? {
        guard let (item, template) = template(id) else { return nil }
        return TemplateMatch(item: item, template: template, normalised: headings.map(Heading.normalised))
    }

    /// The layout of an id, or the first layout of the item of that id.
    public func template(_ id: String) -> (item: Item, template: Template)? {
        for item in items {
            if let template = item.templates.first(where: { $0.id == id }) { return (item, template) }
        }
        return item(id).flatMap { item in item.templates.first.map { (item, $0) } }
    }
}
