public import CreditCatalogue
public import CreditModel
public import CreditSheets

/// A proposal for the layout of a department's own export, made from its headings and cells, with what is doubtful about it.
///
/// It is a draft for a person: nothing of it is used before somebody has put it into the catalogue's `layouts/`.
public struct LayoutSuggestion {
    /// What came of looking.
    public enum Outcome {
        /// A draft.
        case draft(LayoutSuggestion)
        /// The tables look like no item of the catalogue, on these grounds.
        case none(grounds: [Bilingual])
    }

    let tables: [ProfiledTable]
    let main: Int
    let fit: ItemFit
    let joins: [SuggestedJoin]
    let catalogue: Catalogue
    let today: Day
    let rival: Item?

    /// Proposes a layout.
    ///
    /// - Parameters:
    ///   - set: The tables; where several belong together, all of them.
    ///   - catalogue: The catalogue whose items are tried.
    ///   - item: The one item that is tried, or `nil` for all that are open.
    ///   - today: The day, by which numbers of persons are told.
    /// - Returns: A draft, or the grounds on which the tables look like no item.
    /// - Throws: `LayoutProblem.sheet` where a table cannot be read.
    /// - Complexity: the first 5,000 rows of each table; memory for hashes of their cells.
    public static func make(
        _ set: TableSet,
        catalogue: Catalogue,
        item: Item? = nil,
        today: Day
    ) throws(LayoutProblem) -> Outcome {
        let vocabulary = ColumnProfile.Vocabulary(catalogue, today: today)
        var tables: [ProfiledTable] = []
        for index in set.tables.indices {
            if let table = try ProfiledTable(index, of: set, vocabulary) { tables.append(table) }
        }
        guard !tables.isEmpty else {
            let ground = Bilingual(zh: "前二十行里没有像表头的一行", en: "no row of the first twenty looks like headings")
            return .none(grounds: [ground])
        }
        let items = item.map { [$0] } ?? catalogue.items.filter { $0.standing == .open }
        var found: [(main: Int, joins: [SuggestedJoin], fit: ItemFit)] = []
        for main in tables.indices {
            let joins = SuggestedJoin.find(from: main, in: tables)
            let partners = [main] + joins.map(\.table)
            let candidates = partners.flatMap { ColumnCandidate.all(of: tables[$0], at: $0 == main ? -1 : $0) }
            for item in items {
                found.append((main, joins, ItemFit(item, candidates, columns: tables[main].headings.count)))
            }
        }
        let possible = found.filter { item == nil ? $0.fit.isPossible : $0.fit.hasSubject }
            .sorted { ($0.fit.isPossible ? 1 : 0, $0.fit.likeness) > ($1.fit.isPossible ? 1 : 0, $1.fit.likeness) }
        guard let best = possible.first, item != nil || best.fit.likeness > 0.25 else {
            return .none(grounds: grounds(found.map(\.fit), tables))
        }
        let other = possible.dropFirst()
            .first {
                $0.main == best.main && $0.fit.likeness > best.fit.likeness * 0.9
            }
        return .draft(
            LayoutSuggestion(
                tables: tables,
                main: best.main,
                fit: best.fit,
                joins: best.joins.filter { join in best.fit.fits.values.contains { $0.candidate.table == join.table } },
                catalogue: catalogue,
                today: today,
                rival: other?.fit.item
            )
        )
    }

    private static func grounds(_ fits: [ItemFit], _ tables: [ProfiledTable]) -> [Bilingual] {
        var grounds: [Bilingual] = []
        let hasName = fits.contains { $0.fits[$0.item.roles.name] != nil }
        if !hasName { grounds.append(Bilingual(zh: "没有一列像组织的名称", en: "no column looks like names of organisations")) }
        if !fits.contains(where: { $0.fits[$0.item.roles.decidedOn] != nil }) {
            grounds.append(
                Bilingual(zh: "没有一列像作出决定的日期", en: "no column looks like days on which something was decided")
            )
        }
        if !fits.contains(where: { $0.item.roles.creditCode.flatMap($0.fits.index(forKey:)) != nil }) {
            grounds.append(
                Bilingual(
                    zh: "没有一列是统一社会信用代码；名称从不当作身份",
                    en: "no column holds unified codes, and a name is never taken for an identity"
                )
            )
        }
        if !fits.contains(where: { $0.item.roles.documentNumber.flatMap($0.fits.index(forKey:)) != nil }) {
            grounds.append(Bilingual(zh: "没有一列像决定文书的文号", en: "no column looks like numbers of documents"))
        }
        if grounds.isEmpty, let nearest = fits.max(by: { $0.likeness < $1.likeness }) {
            let (found, wanted) = (nearest.fits.count, nearest.fits.count + nearest.empty.count + nearest.asked.count)
            grounds.append(
                Bilingual(
                    zh: "最接近的是事项 \(nearest.item.id)，只有 \(wanted) 个字段中的 \(found) 个对得上",
                    en: "the nearest item is \(nearest.item.id), of which \(found) of \(wanted) fields are there"
                )
            )
        }
        let headings = tables.map { $0.headings.filter { !$0.isEmpty }.prefix(12).joined(separator: " | ") }
        let seen = headings.joined(separator: "; ")
        return grounds + [Bilingual(zh: "看到的列：\(seen)", en: "columns seen: \(seen)")]
    }

    /// The id of the item that the draft is for.
    public var item: Item { fit.item }
}

/// A column by which a table points to another.
struct SuggestedJoin {
    /// The other table's position.
    let table: Int
    let mainHeading: String
    let otherHeading: String
    /// The share of the main table's cells that are found in the other.
    let share: Double

    /// The joins from one table to the others, the best for each.
    static func find(from main: Int, in tables: [ProfiledTable]) -> [SuggestedJoin] {
        tables.indices.filter { $0 != main }
            .compactMap { other in
                let joins = tables[main].columns.indices
                    .flatMap { column in
                        tables[other].columns.indices
                            .compactMap { join(tables[main], column, tables[other], $0, other) }
                    }
                return joins.max { $0.share < $1.share }
            }
    }

    private static func join(
        _ main: ProfiledTable,
        _ column: Int,
        _ other: ProfiledTable,
        _ partner: Int,
        _ position: Int
    ) -> SuggestedJoin? {
        let own = main.columns[column]
        let its = other.columns[partner]
        guard its.isKey, own.values.count > 1, !main.headings[column].isEmpty, !other.headings[partner].isEmpty else {
            return nil
        }
        // A name may be spelt alike by chance and is no key.
        guard its.share(.organisation) < 0.3, its.share(.amount) < 1 || its.values.count > 100 else { return nil }
        let share = Double(own.values.intersection(its.values).count) / Double(own.values.count)
        guard share >= 0.9 else { return nil }
        return SuggestedJoin(
            table: position,
            mainHeading: main.headings[column],
            otherHeading: other.headings[partner],
            share: share
        )
    }
}
