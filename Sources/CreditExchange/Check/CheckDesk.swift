public import CreditCatalogue
public import CreditModel
import CreditRules
import CreditSheets
import Synchronization

/// Checks files for people without an account.
///
/// Nothing is stored: a file, its result and its marked-up copy are in memory, under a name that nobody can guess, until half an
/// hour after the check or until their sender discards them.
public final class CheckDesk: Sendable {
    /// What the service may cost.
    public let limits: CheckLimits
    let catalogue: Catalogue
    let key: [UInt8]
    let clock: @Sendable () -> Instant
    let book: Mutex<CheckBook>
    private let checks: WorkLine
    let copies = WorkLine(atOnce: 1)

    /// A desk.
    ///
    /// - Parameters:
    ///   - catalogue: By what it checks.
    ///   - personalKey: The store's key for certificate numbers, with which copies are sealed.
    ///   - limits: What it may cost.
    ///   - clock: The time.
    public init(
        catalogue: Catalogue,
        personalKey: [UInt8],
        limits: CheckLimits = CheckLimits(),
        clock: @escaping @Sendable () -> Instant
    ) {
        self.catalogue = catalogue
        key = personalKey
        self.limits = limits
        self.clock = clock
        book = Mutex(CheckBook(limits))
        checks = WorkLine(atOnce: limits.atOnce)
    }

    /// Begins to take in a visitor's file.
    ///
    /// - Parameters:
    ///   - client: The visitor's address.
    ///   - isProxy: Whether the address stands for many visitors.
    /// - Returns: The file's place, which is given up with its last owner.
    /// - Throws: `CheckRefusal` where there is no room, or the visitor has taken all that one may.
    public func begin(client: String, isProxy: Bool = false) throws(CheckRefusal) -> CheckUpload {
        sweep()
        let number = try change { book throws(CheckRefusal) in try book.begin(client: client, isProxy: isProxy) }
        do {
            let deadline = now + limits.longestUpload * 1_000_000
            return CheckUpload(self, number: number, file: try MemoryFile(), deadline: deadline)
        } catch {
            abandon(number)
            throw .unavailable
        }
    }

    /// How a check stands; `nil` where there is none of that token, or none any more.
    public func state(of token: String) -> CheckState? {
        sweep()
        return book.withLock { book in
            guard let entry = book.entries[token] else { return nil }
            guard case .waiting = entry.state else { return entry.state }
            return .waiting(ahead: book.ahead(of: entry))
        }
    }

    /// Waits until a check is finished or forgotten.
    public func finished(_ token: String) async {
        await withCheckedContinuation { continuation in
            let waits = book.withLock { book in
                book.change(token) { entry in
                    if entry.finishedAt == nil { entry.listeners.append(continuation) } else { continuation.resume() }
                }
            }
            if !waits { continuation.resume() }
        }
    }

    /// Forgets a check at once, whatever its state.
    public func discard(_ token: String) { book.withLock { $0.forget(token) } }

    /// Forgets what has been held long enough, every half minute, until it is cancelled.
    public func keepTidy() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(30))
            sweep()
        }
    }

    /// How much memory its files and results take, and how many there are.
    public var held: (checks: Int, bytes: Int) { book.withLock { ($0.entries.count, $0.bytes) } }

    func sweep() { book.withLock { $0.sweep(clock()) } }

    var now: Int64 { clock().microseconds }

    func abandon(_ upload: Int) { book.withLock { $0.abandon(upload) } }

    func grow(_ upload: Int, by count: Int) throws(CheckRefusal) {
        try change { book throws(CheckRefusal) in try book.grow(upload, by: count) }
    }

    func enter(_ upload: Int, named: String, _ wishes: CheckWishes, _ file: MemoryFile) throws(CheckRefusal) -> String {
        guard let token = try? CheckToken.make() else { throw .unavailable }
        let shown = CheckDesk.shown(named, on: clock().day)
        try change { book throws(CheckRefusal) in try book.enter(upload, as: token, named: shown, wishes, file) }
        checks.add { self.check(token) }
        return token
    }

    /// What a sender calls a file, without what would point to a person; a name of a file must not hold an asterisk (limit 8).
    private static func shown(_ name: String, on today: Day) -> String {
        String(PersonalText.masked(name, on: today).map { $0 == "*" ? "x" : $0 })
    }

    /// The lock's own errors are not typed.
    private func change<Result: Sendable>(
        _ body: (inout CheckBook) throws(CheckRefusal) -> Result
    ) throws(CheckRefusal) -> Result {
        let outcome = book.withLock { book -> Swift.Result<Result, CheckRefusal> in
            do throws(CheckRefusal) {
                return .success(try body(&book))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
