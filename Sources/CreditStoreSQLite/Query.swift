import CreditStore
import GRDB
import GRDBSQLite

/// One prepared statement, stepped and read without going through GRDB's rows: the hot path of taking in and of files.
struct Query {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    /// The statement of a connection, prepared once for it.
    init(_ sql: NamedSQL, _ source: some StatementSource) throws {
        (handle, connection) = try source.statement(of: sql)
    }

    /// Binds the parameters in order, then runs to the end.
    func run(_ values: Value...) throws {
        try bind(values)
        defer { sqlite3_reset(handle) }
        while try step() {}
    }

    /// Binds, and hands each row to `body`.
    func each(_ values: Value..., body: (Columns) throws -> Void) throws {
        try bind(values)
        defer { sqlite3_reset(handle) }
        while try step() { try body(Columns(handle: handle)) }
    }

    /// Binds a list of parameters, and hands each row to `body`.
    func each(all values: [Value], body: (Columns) throws -> Void) throws {
        try bind(values)
        defer { sqlite3_reset(handle) }
        while try step() { try body(Columns(handle: handle)) }
    }

    /// Binds, and makes something of the first row, where there is one.
    func first<Result>(_ values: Value..., body: (Columns) throws -> Result) throws -> Result? {
        try bind(values)
        defer { sqlite3_reset(handle) }
        return try step() ? try body(Columns(handle: handle)) : nil
    }

    private func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = String(cString: sqlite3_errmsg(connection))
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    private func bind(_ values: [Value]) throws {
        for (position, value) in values.enumerated() { value.bind(to: handle, at: Int32(position + 1)) }
    }
}

/// What prepares each statement once: a connection of GRDB's or one of our own.
protocol StatementSource {
    /// The prepared statement and the connection it belongs to.
    func statement(of sql: NamedSQL) throws -> (statement: OpaquePointer, connection: OpaquePointer)
}

extension Database: StatementSource {
    func statement(of sql: NamedSQL) throws -> (statement: OpaquePointer, connection: OpaquePointer) {
        guard let connection = sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        return (try cachedStatement(sql: sql.forSQLite).sqliteStatement, connection)
    }
}

extension NamedSQL {
    /// SQLite numbers `$n` by first appearance, `?n` by its number (decision 9).
    var forSQLite: String { NamedSQL.rewritten[name] ?? text }

    private static let rewritten = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name, $0.text.replacing("$", with: "?")) }
    )
}

/// A parameter.
enum Value {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    /// A number that may be absent.
    static func optional(_ number: Int64?) -> Value { number.map { .integer($0) } ?? .null }

    /// A text that may be absent.
    static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .null }

    fileprivate func bind(to handle: OpaquePointer, at position: Int32) {
        switch self {
        case .integer(let number): sqlite3_bind_int64(handle, position, number)
        case .text(var text): text.withUTF8 { utf8 in Value.bind(utf8, to: handle, at: position) }
        case .bytes(let bytes):
            bytes.withUnsafeBytes { raw in
                _ = sqlite3_bind_blob64(handle, position, raw.baseAddress, sqlite3_uint64(raw.count), Value.copied)
            }
            if bytes.isEmpty { sqlite3_bind_zeroblob(handle, position, 0) }
        case .null: sqlite3_bind_null(handle, position)
        }
    }

    private static func bind(_ utf8: UnsafeBufferPointer<UInt8>, to handle: OpaquePointer, at position: Int32) {
        utf8.withMemoryRebound(to: CChar.self) { characters in
            _ = sqlite3_bind_text64(
                handle,
                position,
                characters.baseAddress ?? Value.nothing,
                sqlite3_uint64(utf8.count),
                copied,
                UInt8(SQLITE_UTF8)
            )
        }
    }

    /// SQLite copies what is bound.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private nonisolated(unsafe) static let nothing = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
}

/// The columns of the row a statement stands at.
struct Columns {
    fileprivate let handle: OpaquePointer

    /// A number.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// A number that may be absent.
    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    /// A text.
    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// A text that may be absent.
    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    /// Bytes.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Bytes where SQLite keeps them, which is until the next step.
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(handle, column)
        let raw = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return try raw.withMemoryRebound(to: UInt8.self, body)
    }

    /// All values of the row, in order.
    var values: [Value] {
        (0..<sqlite3_column_count(handle))
            .map { column in
                switch sqlite3_column_type(handle, column) {
                case SQLITE_NULL: .null
                case SQLITE_INTEGER: .integer(integer(column))
                case SQLITE_BLOB: .bytes(bytes(column))
                default: .text(text(column))
                }
            }
    }

    private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
}
