public import CreditCatalogue
public import CreditSheets

/// How the tables of what was handed in fit a layout of the catalogue.
public struct LayoutMatch: Sendable {
    /// The layout.
    public let layout: Layout
    /// Which table plays which part, by the layout's ids.
    public let tables: [String: Table]

    /// A table of what was handed in.
    public struct Table: Sendable, Hashable {
        /// Its position in the ``TableSet``.
        public let index: Int
        /// What its sender calls it.
        public let name: String
        /// Its headings as sent, by column.
        public let headings: [String]
        /// The number of the row in which they stand.
        public let headingRow: Int

        /// The headings of a list that are not in a row.
        static func missing(_ headings: [Layout.Heading], in cells: [String]) -> [Layout.Heading] {
            let own = Set(cells.map(Heading.normalised))
            return headings.filter { own.isDisjoint(with: $0.normalised) }
        }

        /// The first column of a heading, by any of its spellings.
        func column(of heading: Layout.Heading) -> Int? {
            let spellings = heading.normalised
            return headings.firstIndex { spellings.contains(Heading.normalised($0)) }
        }
    }

    /// The main table, each of whose rows is a record.
    public var main: Table? { layout.tables.first.flatMap { tables[$0.id] } }

    /// Finds the layouts that tables fit: for each table that is a main one the layout with the most of its headings.
    ///
    /// - Parameters:
    ///   - set: What was handed in.
    ///   - catalogue: The catalogue with its layouts.
    ///   - id: The layout that the sender names, or `nil` to recognise it.
    ///   - department: Who hands in; layouts of other departments are then not recognised, though they may be named.
    /// - Returns: One match for each main table, in the order of the tables; none where nothing is recognised.
    /// - Throws: ``LayoutProblem``: `noSuchLayout`, `otherLayout` and `incomplete` for what was named or begun; `sheet`.
    /// - Complexity: the first twenty rows of each table against every layout.
    public static func find(
        in set: TableSet,
        catalogue: Catalogue,
        named id: String? = nil,
        department: Department? = nil
    ) throws(LayoutProblem) -> [LayoutMatch] {
        let heads = try TableHead.read(set)
        if let id {
            guard let layout = catalogue.layout(id) else { throw .noSuchLayout(id) }
            return try find(layout, in: heads)
        }
        let layouts = catalogue.layouts.filter { layout in
            guard let department, !layout.departments.isEmpty else { return true }
            return layout.departments.contains(department.id)
        }
        return try recognise(heads, layouts)
    }

    private static func find(_ layout: Layout, in heads: [TableHead]) throws(LayoutProblem) -> [LayoutMatch] {
        guard let main = layout.tables.first else { return [] }
        let found = heads.compactMap { $0.find(main) }
        guard !found.isEmpty else {
            let missing = heads.map { $0.nearest(to: main) }.min { $0.count < $1.count } ?? main.headings
            throw .otherLayout(layout.id, missing: missing.map(\.text))
        }
        var matches: [LayoutMatch] = []
        for table in found { matches.append(try whole(layout, table, heads)) }
        return matches
    }

    private static func recognise(_ heads: [TableHead], _ layouts: [Layout]) throws(LayoutProblem) -> [LayoutMatch] {
        var matches: [LayoutMatch] = []
        var begun: LayoutProblem?
        for head in heads {
            let fitting = layouts.filter { $0.tables.first.flatMap(head.find) != nil }
                .sorted { $0.tables[0].headings.count > $1.tables[0].headings.count }
            for layout in fitting {
                guard let table = head.find(layout.tables[0]) else { continue }
                do throws(LayoutProblem) {
                    matches.append(try whole(layout, table, heads))
                    break
                } catch {
                    begun = begun ?? error
                }
            }
        }
        if matches.isEmpty, let begun { throw begun }
        return withoutPartners(matches)
    }

    /// What only stands there so that another table may point to it is not read for itself.
    private static func withoutPartners(_ matches: [LayoutMatch]) -> [LayoutMatch] {
        let partners = Set(
            matches.flatMap { match in match.tables.values.map(\.index).filter { $0 != match.main?.index } }
        )
        return matches.filter { match in !(match.main.map { partners.contains($0.index) } ?? false) }
    }

    /// A match with all the tables that its layout needs beside the main one.
    private static func whole(
        _ layout: Layout,
        _ main: Table,
        _ heads: [TableHead]
    ) throws(LayoutProblem) -> LayoutMatch {
        var tables = [layout.tables[0].id: main]
        for table in layout.tables.dropFirst() {
            let used = Set(tables.values.map(\.index))
            let found = heads.lazy.filter { !used.contains($0.index) }.compactMap { $0.find(table) }.first
            guard let found else {
                throw .incomplete(layout.id, headings: table.headings.map(\.text))
            }
            tables[table.id] = found
        }
        return LayoutMatch(layout: layout, tables: tables)
    }
}
