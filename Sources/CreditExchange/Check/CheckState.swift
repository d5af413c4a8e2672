public import CreditCatalogue
public import CreditModel

/// How a check stands.
public enum CheckState: Sendable {
    /// It waits for a place; so many go before it.
    case waiting(ahead: Int)
    /// It runs: how much of the file was read, 0…1, and how many rows.
    case running(part: Double, rows: Int)
    /// It is done.
    case done(CheckResult)
    /// It came to nothing.
    case failed(CheckFailure)

    /// Whether nothing more will come.
    public var isFinished: Bool {
        switch self {
        case .waiting, .running: false
        case .done, .failed: true
        }
    }
}

/// Why a check came to nothing.
public enum CheckFailure: Sendable {
    /// The file cannot be read as records.
    case problem(IntakeProblem)
    /// It took longer than a check may.
    case tooLong
    /// There is no room for the result.
    case full
    /// Something failed on our side.
    case ours
}

/// What came of a check.
public struct CheckResult: Sendable {
    /// What the sender calls the file.
    public let name: String
    /// What was found, table by table.
    public let tables: [TableFindings]
    /// The tables that were not read.
    public let unread: [IntakeFile.UnreadTable]

    /// Why no marked-up copy is made; `nil` where one may be.
    public var noCopy: Bilingual? { tables.noCopy }

    /// What would become of the rows of all tables.
    public var rows: RowCounts { tables.reduce(RowCounts()) { $0 + $1.rows } }

    /// How many faults there are in all tables.
    public var total: Int { tables.reduce(0) { $0 + $1.total } }
}

/// What a visitor says of a file that is to be checked.
public struct CheckWishes: Sendable {
    /// The layout or item, or `nil` to recognise it.
    public var template: String?
    /// The department that would hand it in.
    public var department: Department?
    /// The day on which it would be received.
    public var receivedOn: Day

    /// Wishes from their parts.
    public init(template: String? = nil, department: Department? = nil, receivedOn: Day) {
        self.template = template
        self.department = department
        self.receivedOn = receivedOn
    }
}
