import CreditCatalogue
import CreditModel
import CreditSheets

/// The first rows of a table, among which its headings are looked for; instructions often stand above them.
struct TableHead {
    /// How many rows are looked at.
    static let depth = HeadingSearch.rows

    /// The table's position in its set.
    let index: Int
    /// What its sender calls it.
    let name: String
    /// The rows with their numbers, cells as they are quoted: blanks around them taken off.
    let rows: [(number: Int, cells: [String])]

    /// The heads of all tables of a set; one that holds nothing has no rows.
    static func read(_ set: TableSet) throws(LayoutProblem) -> [TableHead] {
        var heads: [TableHead] = []
        for index in set.tables.indices { heads.append(try read(index, of: set)) }
        return heads
    }

    /// The head of one table.
    static func read(_ index: Int, of set: TableSet) throws(LayoutProblem) -> TableHead {
        TableHead(index: index, name: HeadingSearch.name(set.tables[index].name), rows: try rows(index, of: set))
    }

    private static func rows(_ index: Int, of set: TableSet) throws(LayoutProblem) -> [(number: Int, cells: [String])] {
        var rows: [(number: Int, cells: [String])] = []
        do throws(SheetError) {
            var reader = try set.open(index)
            var row = SheetRow()
            while rows.count < depth, try reader.next(&row) {
                rows.append((row.number, row.texts.map(HeadingSearch.heading)))
            }
        } catch  where error.kind == .empty {
            return []
        } catch {
            throw .sheet(error)
        }
        return rows
    }

    /// How the table fits one of a layout's: the first row that has all headings it needs; `nil` where there is none.
    func find(_ table: Layout.Table) -> LayoutMatch.Table? {
        guard table.isNamed(name) else { return nil }
        let row = rows.first { LayoutMatch.Table.missing(table.headings, in: $0.cells).isEmpty }
        return row.map { LayoutMatch.Table(index: index, name: name, headings: $0.cells, headingRow: $0.number) }
    }

    /// The headings that come nearest to a layout's table, and which of its own are not among them.
    func nearest(to table: Layout.Table) -> [Layout.Heading] {
        rows.map { LayoutMatch.Table.missing(table.headings, in: $0.cells) }.min { $0.count < $1.count }
            ?? table.headings
    }
}
