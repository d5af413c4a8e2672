import CreditSearch
import Foundation

/// Compares the two names of each row of a file, and measures what comparing costs.
struct PairRun {
    private var sheet: NameSheet
    private let parser: NameParser
    private var report: MatchReport

    init(path: String, parser: NameParser, report: MatchReport) throws {
        sheet = try NameSheet(path: path, columns: NameSheet.pairs)
        self.parser = parser
        self.report = report
    }

    /// Whether all pairs are the same.
    func run(timed: Bool) throws -> Bool {
        var run = self
        return try timed ? run.timed() : run.streamed()
    }

    private mutating func streamed() throws -> Bool {
        while let row = try sheet.next() {
            let (one, other) = facts(row)
            report.add(NameComparison.judge(one, other), one.name, other.name)
        }
        return report.finish()
    }

    /// All pairs in memory: made ready, then compared over and over until the clock can tell how long it takes.
    private mutating func timed() throws -> Bool {
        var rows: [NameSheet.Row] = []
        while let row = try sheet.next() { rows.append(row) }
        let begun = Clock.processorSeconds()
        let pairs = rows.map(facts)
        let ready = Clock.processorSeconds()
        var comparisons = 0
        var bands = 0
        var end = ready
        repeat {
            for pair in pairs { bands += NameComparison.judge(pair.0, pair.1).band == .same ? 1 : 0 }
            comparisons += pairs.count
            end = Clock.processorSeconds()
        } while !pairs.isEmpty && end - ready < 0.5
        for pair in pairs { report.add(NameComparison.judge(pair.0, pair.1), pair.0.name, pair.1.name) }
        PairRun.print(comparisons, end - ready, prepared: pairs.count * 2, ready - begun, same: bands)
        return report.finish()
    }

    private func facts(_ row: NameSheet.Row) -> (NameFacts, NameFacts) {
        (
            NameFacts(row.cells[0], code: row.cells[2], by: parser),
            NameFacts(row.cells[1], code: row.cells[3], by: parser)
        )
    }

    private static func print(_ comparisons: Int, _ seconds: Double, prepared: Int, _ preparing: Double, same: Int) {
        Terminal.write(
            "{\"comparisons\":\(comparisons),\"cpuSeconds\":\(seconds),\"prepared\":\(prepared),\"preparingCPUSeconds\":\(preparing),"
                + "\"same\":\(same)}\n",
            to: .standardError
        )
    }
}
