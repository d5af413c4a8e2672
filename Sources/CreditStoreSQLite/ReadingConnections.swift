import CreditStore
import GRDB
import GRDBSQLite
import Synchronization

/// Connections on which a read runs on the caller's own thread: for what every request asks, which is read in less time than
/// waking another thread takes.
///
/// Each is opened when it is first needed, can only read, and is used by one caller at a time. Every read is a transaction that
/// begins with it, so what another connection or process committed before is seen.
final class ReadingConnections: Sendable {
    private let seats: [Seat]
    /// Those who have to wait are spread over the seats.
    private let turns = Atomic<UInt>(0)

    init(path: String, count: Int) {
        seats = (0..<max(count, 1)).map { _ in Seat(path: path) }
    }

    deinit { close() }

    /// Hands a connection to `body`: the first that is free, else one that soon will be.
    ///
    /// Several statements see one state of the store only within `Connection.atOneInstant`.
    func read<Result: Sendable>(_ body: @Sendable (Connection) throws -> Result) throws -> Result {
        for seat in seats {
            if let result = try seat.readIfFree(body) { return result }
        }
        let turn = turns.wrappingAdd(1, ordering: .relaxed).oldValue
        return try seats[Int(turn % UInt(seats.count))].read(body)
    }

    /// Closes them; further reads fail.
    func close() { for seat in seats { seat.close() } }

    /// A connection that is closed, opened or not yet opened.
    private final class Seat: Sendable {
        private enum State {
            case unopened
            case open(Connection)
            case closed
        }

        private let path: String
        private let state = Mutex(State.unopened)

        init(path: String) { self.path = path }

        func readIfFree<Result: Sendable>(_ body: @Sendable (Connection) throws -> Result) throws -> Result? {
            try state.withLockIfAvailable { try Seat.read(&$0, path, body) }
        }

        func read<Result: Sendable>(_ body: @Sendable (Connection) throws -> Result) throws -> Result {
            try state.withLock { try Seat.read(&$0, path, body) }
        }

        private static func read<Result: Sendable>(
            _ state: inout State,
            _ path: String,
            _ body: @Sendable (Connection) throws -> Result
        ) throws -> Result {
            switch state {
            case .open(let connection): return try body(connection)
            case .closed: throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "Connection is closed")
            case .unopened:
                let connection = try Connection(path: path)
                state = .open(connection)
                return try body(connection)
            }
        }

        func close() { state.withLock { $0 = .closed } }
    }
}

/// One connection to SQLite that can only read, with the statements it has prepared.
final class Connection: StatementSource {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    init(path: String) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "cannot open \(path)")
        }
        handle = opened
        sqlite3_busy_timeout(handle, 20_000)
        try run("PRAGMA cache_size = -32768")
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Runs `body` so that all its statements see the store as of one instant.
    func atOneInstant<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        try run("BEGIN")
        // Nothing was written: to roll back is to let go, and it cannot fail.
        defer { try? run("ROLLBACK") }
        return try body(self)
    }

    func statement(of sql: NamedSQL) throws -> (statement: OpaquePointer, connection: OpaquePointer) {
        (try prepared(sql.name) { sql.forSQLite }, handle)
    }

    private func run(_ sql: String) throws {
        let statement = try prepared(sql) { sql }
        defer { sqlite3_reset(statement) }
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    private func prepared(_ name: String, _ text: () -> String) throws -> OpaquePointer {
        if let statement = statements[name] { return statement }
        var made: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, text(), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK, let made else { throw failure(code) }
        statements[name] = made
        return made
    }

    private func failure(_ code: CInt) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(handle)))
    }
}
