import CreditCatalogue
import CreditModel
import CreditSheets

/// Which tables of a file a layout knows: as records, as what others point to, or as no records at all.
struct LayoutSearch {
    private let set: TableSet?
    private let catalogue: Catalogue
    private let options: Intake.Options
    private var found: [Int: HeadingSearch.Outcome] = [:]
    /// What keeps a layout that knows a table from being read, where no template knows it either.
    private(set) var begun: LayoutProblem?

    /// Looks at a file's tables and at those of the files beside it.
    ///
    /// A table that is a template's to the last heading is the template's, unless a layout is named.
    init(
        _ book: SheetBook,
        path: String,
        beside others: [String],
        _ catalogue: Catalogue,
        _ options: Intake.Options
    ) throws(IntakeProblem) {
        self.catalogue = catalogue
        self.options = options
        let named = options.template.flatMap { catalogue.layout($0) }
        guard named != nil || (options.template == nil && !catalogue.layouts.isEmpty) else {
            set = nil
            return
        }
        do {
            set = try TableSet(book, path: path, beside: others)
        } catch {
            throw .sheet(error)
        }
        do {
            try look(named)
        } catch {
            guard named == nil, case .incomplete = error else { throw .layout(error) }
            begun = error
        }
    }

    /// What is known of a table of the file, by its place among the file's tables.
    func look(at index: Int) -> HeadingSearch.Outcome? { found[index] }

    /// The rows of a match.
    func open(_ match: LayoutMatch) throws(IntakeProblem) -> LayoutRows {
        guard let set else { throw .noSuchTemplate(match.layout.id) }
        do {
            return try LayoutRows(match, set: set, catalogue: catalogue, options: LayoutRows.Options(options))
        } catch {
            throw .layout(error)
        }
    }

    private mutating func look(_ named: Layout?) throws(LayoutProblem) {
        guard let set else { return }
        let matches = try LayoutMatch.find(
            in: set,
            catalogue: catalogue,
            named: named?.id,
            department: options.department
        )
        for match in matches {
            guard let main = match.main, set.tables[main.index].file == 0 else { continue }
            if named == nil, isTemplate(main.headings) { continue }
            let place = set.tables[main.index].index
            found[place] = outcome(match, main, place, name: set.books[0].tables[place].name)
            for partner in match.tables.values where partner.index != main.index && set.tables[partner.index].file == 0
            {
                let other = set.tables[partner.index].index
                if found[other] == nil { found[other] = .unread(.partner(of: main.name)) }
            }
        }
    }

    private func outcome(
        _ match: LayoutMatch,
        _ main: LayoutMatch.Table,
        _ place: Int,
        name: String
    ) -> HeadingSearch.Outcome {
        if case .notARecord(let ground) = match.layout.content {
            return .unread(.layout(.notARecord(name: match.layout.name, ground: ground)))
        }
        guard let item = match.layout.item.flatMap(catalogue.item) else { return .unread(.otherTemplate) }
        let table = IntakeFile.Table(
            index: place,
            name: name,
            match: LayoutPlan(match, main: main, item: item).templateMatch(item),
            headings: main.headings,
            headingRow: main.headingRow,
            layout: match
        )
        return .found(table, nil)
    }

    /// Whether a row of headings is a template's, none missing and none over.
    private func isTemplate(_ headings: [String]) -> Bool {
        catalogue.recognise(headings: headings).first?.misfits == 0
    }
}

extension LayoutRows.Options {
    fileprivate init(_ options: Intake.Options) {
        self.init(department: options.department, receivedOn: options.receivedOn, given: options.given)
    }
}
