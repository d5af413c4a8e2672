import CreditExchange
import CreditModel

/// The rows of a table that are wanted, cut into pages that stay light however wide the table is.
struct CheckRows: Sendable {
    /// Rows of a page at most.
    static let most = 50
    /// Bytes of a page's rows, about; wide tables have fewer rows a page.
    static let weight = 24_000
    /// Bytes of an explained fault, about.
    static let faultWeight = 520

    /// Faults by row.
    let faults: [Int: [TableFindings.Found]]
    /// Whether rows that are wanted were not kept.
    let isCut: Bool
    private let kept: [TableFindings.KeptRow]
    private let pages: [Range<Int>]

    init(_ found: TableFindings, _ filter: CheckFilter) {
        let faults = Dictionary(grouping: found.faults.filter { $0.fault.row > 0 }) { $0.fault.row }
        self.faults = faults
        kept = found.kept.filter { row in
            if let fault = filter.fault {
                return faults[row.number]?.contains { $0.fault.code.rawValue == fault } ?? false
            }
            return !filter.isFaultyOnly || faults[row.number] != nil
        }
        let isNarrowed = filter.fault != nil || filter.isFaultyOnly
        let shown = Set(found.kept.map(\.number))
        isCut =
            (!isNarrowed && found.kept.count < found.rows.rows)
            || found.total > found.faults.count || !faults.keys.allSatisfy(shown.contains)
        pages = CheckRows.cut(kept, faults)
    }

    var isEmpty: Bool { kept.isEmpty }

    /// How many pages there are.
    var count: Int { pages.count }

    /// The rows of a page, counted from 1.
    func rows(ofPage number: Int) -> ArraySlice<TableFindings.KeptRow> {
        pages.indices.contains(number - 1) ? kept[pages[number - 1]] : []
    }

    private static func cut(_ rows: [TableFindings.KeptRow], _ faults: [Int: [TableFindings.Found]]) -> [Range<Int>] {
        var pages: [Range<Int>] = []
        var start = 0
        var spent = 0
        for (place, row) in rows.enumerated() {
            let weight = CheckRows.weight(of: row) + (faults[row.number]?.count ?? 0) * faultWeight
            if place > start, place - start == most || spent + weight > CheckRows.weight {
                pages.append(start..<place)
                (start, spent) = (place, 0)
            }
            spent += weight
        }
        if start < rows.count { pages.append(start..<rows.count) }
        return pages
    }

    private static func weight(of row: TableFindings.KeptRow) -> Int {
        row.cells.reduce(60) { $0 + 9 + min($1.utf8.count, 130) }
    }
}
