import CreditCatalogue
import CreditModel
import CreditSheets

extension SampleCity {
    /// A file that cannot be made from the city's catalogue.
    public enum BenchmarkProblem: Error, Hashable, Sendable {
        /// No item of that id has a layout for organisations and a department that sends it.
        case noSuchItem(String)
    }

    /// Writes one large file of one item, handed in on the city's last day: either no row has a fault, or every row has at
    /// least one that refuses it.
    ///
    /// - Parameters:
    ///   - item: The item's id.
    ///   - rows: How many rows of data; memory does not grow with them.
    ///   - clean: Whether the rows are without faults.
    ///   - path: The file: UTF-8, commas, the layout's own headings in its first row.
    /// - Throws: `BenchmarkProblem`, and what the writer of sheets throws.
    public func writeBenchmark(item: String, rows: Int, clean: Bool, to path: String) throws {
        let offices = Offices(catalogue)
        let received = window.upperBound
        guard let item = catalogue.item(item), let template = item.templates.first(where: { !$0.isForNaturalPersons }),
            let source = offices.sources(of: item, in: window).first
        else { throw BenchmarkProblem.noSuchItem(item) }
        let plan = SheetPlan(item, template, catalogue)
        var maker = BenchmarkRows(
            maker: FileMaker(catalogue, offices, population, dirt: 0),
            stream: Stream(plan, source, .ordinary, catalogue, offices),
            soiler: Soiler(plan: plan, catalogue: catalogue, offices: offices, style: .plain, received: received),
            earliest: DayFaults.earliest(receivedOn: received, item, catalogue.calendar),
            refusing: Defect.ofRows.filter { catalogue.faults[$0.code].severity == .refuse },
            random: RandomSource(seed: seed).fork(7)
        )
        let writer = try CSVFileWriter(path: path)
        try writer.write(template.columns.map(\.heading))
        for _ in 0..<rows { try writer.write(maker.row(clean: clean)) }
        try writer.close()
    }
}

/// Rows of one layout without end.
private struct BenchmarkRows {
    var maker: FileMaker
    var stream: Stream
    let soiler: Soiler
    let earliest: Day
    let refusing: [Defect]
    var random: RandomSource

    mutating func row(clean: Bool) -> [String] {
        let plan = soiler.plan
        let file = PlannedFile(stream: 0, received: soiler.received, rows: 1, part: 0..<1)
        for _ in 0..<200 {
            guard var draft = maker.rows(of: file, &stream, soiler.style, earliest: earliest, &random).first else {
                continue
            }
            if clean && !draft.allFaults.isEmpty { continue }
            if !clean && !spoil(&draft) { continue }
            return plan.fieldOfColumn.map { $0.map { draft.cells[$0] } ?? "" } + draft.beyond
        }
        return []
    }

    private mutating func spoil(_ draft: inout RowDraft) -> Bool {
        soiler.spoil(&draft, random.choose(refusing) ?? .requiredMissing, &random)
    }
}
