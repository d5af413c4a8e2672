import CreditCatalogue
import CreditModel
import CreditRules
import CreditSheets

/// A layout laid over the tables that were found: columns by their positions.
struct LayoutPlan {
    /// The context's columns.
    let columns: [LayoutColumn]
    /// Headings that the layout names and the tables lack, each with the field it would fill.
    let missing: [(heading: String, field: Field)]
    private let match: LayoutMatch
    private let main: LayoutMatch.Table
    /// The columns that are kept of each joined table.
    private let kept: [[Int]]

    init(_ match: LayoutMatch, main: LayoutMatch.Table, item: Item) {
        self.match = match
        self.main = main
        let layout = match.layout
        var columns: [LayoutColumn] = []
        var missing: [(String, Field)] = []
        var kept: [[Int]] = layout.joins.map { _ in [] }
        for column in layout.columns {
            guard let place = item.fields.firstIndex(where: { $0.id == column.field }),
                let table = match.tables[column.table]
            else { continue }
            let join = layout.joins.firstIndex { $0.table == column.table }
            let found = column.source.headings.compactMap { table.column(of: $0) }
            let isWhole =
                if case .firstOf = column.source { !found.isEmpty } else { found.count == column.source.headings.count }
            guard isWhole else {
                missing.append((column.source.headings.map(\.text).joined(separator: "、"), item.fields[place]))
                continue
            }
            var places = found
            if let join {
                places = found.map { kept[join].position(of: $0) }
            }
            let words = found.map { table.headings[$0] }.joined(separator: "、")
            columns.append(
                LayoutColumn(
                    heading: join == nil ? words : table.name + " · " + words,
                    place: place,
                    join: join,
                    source: LayoutColumn.Source(column.source, places),
                    steps: CellSteps(column.steps, field: item.fields[place]),
                    none: layout.none
                )
            )
        }
        self.columns = columns
        self.missing = missing
        self.kept = kept
    }

    /// How the main table fits, said as of a template.
    func templateMatch(_ item: Item) -> TemplateMatch {
        var fields: [Int: String] = [:]
        for column in columns where column.join == nil {
            for source in column.source.columns where fields[source] == nil {
                fields[source] = item.fields[column.place].id
            }
        }
        let unknown = unknown
        return TemplateMatch(
            item: item,
            layout: match.layout,
            fields: fields,
            leftOut: main.headings.indices.filter {
                !main.headings[$0].isEmpty && fields[$0] == nil && !unknown.contains($0)
            },
            unknown: unknown,
            missing: missing.filter { $0.field.requirement == .required }.map(\.heading)
        )
    }

    /// Columns of the main table that hold certificate numbers.
    func secretColumns(_ item: Item) -> Set<Int> {
        Set(
            columns.filter { $0.join == nil && item.fields[$0.place].type == .certificateNumber }
                .flatMap(\.source.columns)
        )
    }

    /// Columns of the main table that the layout does not speak of; their cells are not taken in.
    var unknown: [Int] {
        let layout = match.layout
        let own = layout.columns.filter { $0.table == layout.tables[0].id }.flatMap(\.source.headings)
        let others = layout.leftOut + layout.skips.map(\.heading) + layout.joins.flatMap(\.pairs).map(\.main)
        let known = (own + others + layout.tables[0].headings)
            .reduce(into: Set<String>()) { $0.formUnion($1.normalised) }
        return main.headings.indices.filter {
            !main.headings[$0].isEmpty && !known.contains(Heading.normalised(main.headings[$0]))
        }
    }

    /// Reads the tables that the main one points to.
    func joins(_ set: TableSet) throws(LayoutProblem) -> [LayoutJoin] {
        var joins: [LayoutJoin] = []
        for (position, join) in match.layout.joins.enumerated() {
            guard let other = match.tables[join.table] else { continue }
            let keys = join.pairs.compactMap { main.column(of: $0.main) }
            let partners = join.pairs.compactMap { other.column(of: $0.other) }
            guard keys.count == join.pairs.count, partners.count == join.pairs.count else {
                throw .otherLayout(match.layout.id, missing: missing(join, other))
            }
            var reader = try LayoutRows.open(other.index, of: set)
            joins.append(
                LayoutJoin(
                    position: position,
                    keys: keys,
                    heading: keys.map { main.headings[$0] }.joined(separator: "、"),
                    name: other.name,
                    isRequired: join.isRequired,
                    takesFirst: join.takesFirst,
                    table: try JoinedTable(
                        &reader,
                        below: other.headingRow,
                        keys: partners,
                        columns: kept[position],
                        name: other.name
                    )
                )
            )
        }
        return joins
    }

    private func missing(_ join: Layout.Join, _ other: LayoutMatch.Table) -> [String] {
        LayoutMatch.Table.missing(join.pairs.map(\.main), in: main.headings).map(\.text)
            + LayoutMatch.Table.missing(join.pairs.map(\.other), in: other.headings).map(\.text)
    }

    /// The values that are the same in every row, by the field's place: the layout's own, and those that the sender gives.
    static func constants(
        of layout: Layout,
        item: Item,
        given: [String: String]
    ) throws(LayoutProblem) -> [Int: String] {
        for field in given.keys.sorted() where !layout.given.contains(field) {
            throw .notAsked(field: field, asked: layout.given)
        }
        var constants: [Int: String] = [:]
        for (place, field) in item.fields.enumerated() {
            constants[place] = given[field.id] ?? layout.constants[field.id]
        }
        return constants
    }
}

extension [Int] {
    /// The position of a number, which is added where it is not yet there.
    fileprivate mutating func position(of number: Int) -> Int {
        if let position = firstIndex(of: number) { return position }
        append(number)
        return count - 1
    }
}
