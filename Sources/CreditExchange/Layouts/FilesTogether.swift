public import CreditCatalogue
import CreditSheets

/// Files that are handed in together: the one whose rows are records, and those that its rows point to.
public struct FilesTogether: Sendable, Hashable {
    /// The file whose rows are records.
    public let main: String
    /// The others.
    public let others: [String]

    /// Finds out which of several files holds the records; of a single file there is no question.
    ///
    /// - Throws: ``LayoutProblem``: `notTogether` where no layout makes one export of them, or more than one file holds records.
    public init(
        _ paths: [String],
        catalogue: Catalogue,
        layout: String?,
        department: Department?
    ) throws(LayoutProblem) {
        guard paths.count > 1 else {
            main = paths.first ?? ""
            others = []
            return
        }
        let set: TableSet
        do {
            set = try TableSet(paths: paths)
        } catch {
            throw .sheet(error)
        }
        let matches = try LayoutMatch.find(in: set, catalogue: catalogue, named: layout, department: department)
        let files = Set(
            matches.filter { $0.layout.item != nil }.compactMap { $0.main.map { set.tables[$0.index].file } }
        )
        let candidates = files.isEmpty ? Set(matches.compactMap { $0.main.map { set.tables[$0.index].file } }) : files
        guard candidates.count == 1, let file = candidates.first else { throw .notTogether(records: candidates.count) }
        main = paths[file]
        others = paths.indices.filter { $0 != file }.map { paths[$0] }
    }
}
