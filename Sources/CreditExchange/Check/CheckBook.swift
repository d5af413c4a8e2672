import CreditModel
import CreditSheets

/// Which files are held for checking, and for whom: the rules of room and of turn, without threads.
struct CheckBook {
    /// Whose a file is.
    struct Client: Hashable {
        let address: String
        /// Whether the address stands for many visitors.
        let isProxy: Bool
    }

    /// A file on its way in.
    struct Upload {
        let client: Client
        var bytes = 0
    }

    /// A file that is held.
    struct Entry {
        let client: Client
        let name: String
        let wishes: CheckWishes
        let file: MemoryFile
        /// Its place among all that ever came.
        let number: Int
        var bytes: Int
        var state = CheckState.waiting(ahead: 0)
        var finishedAt: Instant?
        /// Copies that were made, and those that could not be: neither is tried twice.
        var copies: [Language: Result<MemoryFile, IntakeProblem>] = [:]
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
    mutating func begin(client address: String, isProxy: Bool) throws(CheckRefusal) -> Int {
        let client = Client(address: address, isProxy: isProxy)
        let unfinished =
            uploads.values.count { $0.client.address == address }
            + entries.values.count { $0.client.address == address && $0.finishedAt == nil }
        guard unfinished < (isProxy ? limits.perProxy : limits.perClient) else { throw .tooMany }
        while entries.count + uploads.count >= limits.checks { try forgetOldest(for: client) }
        last += 1
        uploads[last] = Upload(client: client)
        return last
    }

    /// Makes room for more bytes of an upload.
    mutating func grow(_ upload: Int, by count: Int) throws(CheckRefusal) {
        guard let known = uploads[upload] else { throw .tooSlow }
        guard known.bytes + count <= limits.fileBytes else { throw .tooLarge }
        try makeRoom(count, for: known.client)
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

    /// An entry is finished, with so many bytes of findings; `false` where it is held no more.
    ///
    /// Room for them is made first. Where there is none the entry's state says so.
    mutating func finish(_ token: String, _ state: CheckState, bytes: Int, at now: Instant) -> Bool {
        guard let known = entries[token] else { return false }
        let hasRoom = (try? makeRoom(bytes, for: known.client, sparing: token)) != nil
        let isHeld = change(token) { entry in
            entry.state = hasRoom ? state : .failed(.full)
            entry.finishedAt = now
            entry.bytes += hasRoom ? bytes : 0
        }
        keepWithinBounds(of: known.client, sparing: token)
        return isHeld
    }

    /// A copy was made, or cannot be; nothing where its entry is held no more.
    mutating func keep(
        _ copy: Result<MemoryFile, IntakeProblem>,
        of token: String,
        in language: Language
    ) throws(CheckRefusal) {
        guard let known = entries[token] else { return }
        let size = (try? copy.get().size) ?? 0
        try makeRoom(size, for: known.client, sparing: token)
        _ = change(token) { entry in
            entry.copies[language] = copy
            entry.bytes += size
        }
        keepWithinBounds(of: known.client, sparing: token)
    }

    /// Forgets a visitor's oldest results beyond what one visitor may have.
    private mutating func keepWithinBounds(of client: Client, sparing token: String) {
        guard !client.isProxy else { return }
        while true {
            let own = entries.values.filter { $0.client == client && $0.finishedAt != nil }
            let isWithin =
                own.count <= limits.heldPerClient
                && own.reduce(0) { $0 + $1.bytes } <= limits.heldBytesPerClient
            guard !isWithin, let oldest = oldestFinished(sparing: token, where: { $0 == client }) else { return }
            forget(oldest)
        }
    }

    private mutating func makeRoom(
        _ count: Int,
        for client: Client,
        sparing token: String? = nil
    ) throws(CheckRefusal) {
        while bytes + count > limits.totalBytes { try forgetOldest(for: client, sparing: token) }
    }

    /// Whoever needs the room gives up what is theirs first; only then what is oldest of all goes.
    private mutating func forgetOldest(for client: Client, sparing token: String? = nil) throws(CheckRefusal) {
        let own = client.isProxy ? nil : oldestFinished(sparing: token) { $0 == client }
        guard let oldest = own ?? oldestFinished(sparing: token, where: { _ in true }) else { throw .full }
        forget(oldest)
    }

    private func oldestFinished(sparing token: String?, where isWanted: (Client) -> Bool) -> String? {
        entries.filter { $0.key != token && $0.value.finishedAt != nil && isWanted($0.value.client) }
            .min { $0.value.number < $1.value.number }?
            .key
    }
}
