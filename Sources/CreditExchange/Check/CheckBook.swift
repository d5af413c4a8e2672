import CreditModel
import CreditSheets

/// Which files are held for checking, and for whom: the rules of room and of turn, without threads.
struct CheckBook {
    /// A file on its way in.
    struct Upload {
        let client: String
        var bytes = 0
    }

    /// A file that is held.
    struct Entry {
        let client: String
        let name: String
        let wishes: CheckWishes
        let file: MemoryFile
        /// Its place among all that ever came.
        let number: Int
        var bytes: Int
        var state = CheckState.waiting(ahead: 0)
        var finishedAt: Instant?
        var copies: [Language: MemoryFile] = [:]
        /// Who waits until it is finished.
        var listeners: [CheckedContinuation<Void, Never>] = []
    }

    let limits: CheckLimits
    private(set) var uploads: [Int: Upload] = [:]
    private(set) var entries: [String: Entry] = [:]
    private var last = 0

    init(_ limits: CheckLimits) { self.limits = limits }

    /// Bytes of all that is held or on its way.
    var bytes: Int { entries.values.reduce(0) { $0 + $1.bytes } + uploads.values.reduce(0) { $0 + $1.bytes } }

    /// How many go before a check that waits.
    func ahead(of entry: Entry) -> Int {
        entries.values.count { $0.number < entry.number && $0.finishedAt == nil }
    }

    /// Gives a visitor's upload a number.
    mutating func begin(client: String, isProxy: Bool) throws(CheckRefusal) -> Int {
        let unfinished =
            uploads.values.count { $0.client == client }
            + entries.values.count { $0.client == client && $0.finishedAt == nil }
        guard unfinished < (isProxy ? limits.perProxy : limits.perClient) else { throw .tooMany }
        while entries.count + uploads.count >= limits.checks { try forgetOldest() }
        last += 1
        uploads[last] = Upload(client: client)
        return last
    }

    /// Makes room for more bytes of an upload.
    mutating func grow(_ upload: Int, by count: Int) throws(CheckRefusal) {
        guard let known = uploads[upload] else { throw .tooSlow }
        guard known.bytes + count <= limits.fileBytes else { throw .tooLarge }
        try makeRoom(count)
        uploads[upload]?.bytes += count
    }

    /// An upload came to nothing.
    mutating func abandon(_ upload: Int) { uploads[upload] = nil }

    /// An upload is whole, and waits to be checked.
    mutating func enter(
        _ upload: Int,
        as token: String,
        named: String,
        _ wishes: CheckWishes,
        _ file: MemoryFile
    )
        throws(CheckRefusal)
    {
        guard let known = uploads.removeValue(forKey: upload) else { throw .tooSlow }
        guard known.bytes > 0 else { throw .empty }
        entries[token] = Entry(
            client: known.client,
            name: named,
            wishes: wishes,
            file: file,
            number: upload,
            bytes: known.bytes
        )
    }

    /// Changes an entry that is still held; `false` where it is not.
    mutating func change(_ token: String, _ body: (inout Entry) -> Void) -> Bool {
        guard var entry = entries[token] else { return false }
        body(&entry)
        entries[token] = entry
        return true
    }

    /// Forgets an entry, and tells who waited for it.
    mutating func forget(_ token: String) {
        guard let entry = entries.removeValue(forKey: token) else { return }
        for listener in entry.listeners { listener.resume() }
    }

    /// Forgets what was finished longer ago than it is held.
    mutating func sweep(_ now: Instant) {
        let oldest = now.microseconds - limits.heldFor * 1_000_000
        for (token, entry) in entries {
            if let finished = entry.finishedAt, finished.microseconds < oldest { forget(token) }
        }
    }

    private mutating func makeRoom(_ count: Int) throws(CheckRefusal) {
        while bytes + count > limits.totalBytes { try forgetOldest() }
    }

    private mutating func forgetOldest() throws(CheckRefusal) {
        let finished = entries.filter { $0.value.finishedAt != nil }
        guard let oldest = finished.min(by: { $0.value.number < $1.value.number }) else { throw .full }
        forget(oldest.key)
    }
}
