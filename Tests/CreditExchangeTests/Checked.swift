import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules

/// A file checked from beginning to end without keeping anything.
struct Checked {
    let match: TemplateMatch
    private(set) var faults: [Fault]
    private(set) var rows = 0
    private(set) var admitted = 0
    private(set) var refused = 0
    private(set) var queued = 0
    private(set) var warned = 0

    init(
        _ path: String,
        _ catalogue: Catalogue,
        from department: Department? = nil,
        on received: Day,
        template: String? = nil
    ) throws {
        let options = Intake.Options(
            template: template,
            department: department,
            receivedOn: received,
            personalKey: [UInt8](repeating: 7, count: 32)
        )
        let file = try IntakeFile(path: path, catalogue: catalogue, options: options)
        let intake = try file.open(file.tables[0])
        match = intake.match
        faults = intake.fileFaults
        var own: [Fault] = []
        while let row = try intake.next(&own) {
            count(row.outcome, isWarned: !own.isEmpty)
            faults += own
            own.removeAll(keepingCapacity: true)
        }
    }

    private mutating func count(_ outcome: RowOutcome, isWarned: Bool) {
        rows += 1
        switch outcome {
        case .admitted, .inRole: admitted += 1
        case .held: queued += 1
        case .refused: refused += 1
        }
        if outcome.isKept, isWarned { warned += 1 }
    }

    /// The faults in one comparable line each.
    var lines: [String] { faults.map { "\($0.row) \($0.column) \($0.code.rawValue)" }.sorted() }
}
