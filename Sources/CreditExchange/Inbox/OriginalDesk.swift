public import CreditModel
public import CreditStore
import Foundation
import LibCrypto

/// Fetches a sealed original for a named officer; the look is written down before anything is seen (limit 7).
public struct OriginalDesk: Sendable {
    private let directory: String
    private let keys: StoreKeys

    /// Why an original cannot be fetched.
    public enum Refused: Error, Hashable, Sendable {
        /// The inbox is not there.
        case noInbox
        /// Nothing was handed in under this number.
        case unknown
        /// It was deleted on a day.
        case deleted(Day)
        /// It is not what was sealed, or was sealed under other keys.
        case notGenuine
        /// The file to write is there already, or cannot be written.
        case unwritable
    }

    /// The originals of an inbox, sealed under a store's keys.
    public init(directory: String, keys: StoreKeys) {
        self.directory = directory
        self.keys = keys
    }

    /// Writes an original to a new file that its owner alone can read.
    ///
    /// - Parameters:
    ///   - number: The number of the file handed in, or of one of its submissions.
    ///   - officer: Who looks.
    ///   - reason: Why.
    ///   - path: The file to write.
    ///   - at: When.
    /// - Returns: The file's name as it may be shown.
    /// - Throws: `Refused`.
    public func fetch(
        _ number: String,
        by officer: String,
        reason: String,
        to path: String,
        at: Instant
    ) throws(Refused)
        -> String
    {
        let own: Folder
        let found: HandIn?
        do {
            own = try Folder(path: directory).folder(InboxLock.ownName)
            found = try note(number, own)
        } catch {
            throw .noInbox
        }
        guard let note = found else { throw .unknown }
        if let deleted = note.deletedAt { throw .deleted(Instant(microseconds: deleted).day) }
        do {
            try write(note, own, officer, reason, path, at)
        } catch SealedFile.Trouble.notGenuine {
            try? FileManager.default.removeItem(atPath: path)
            throw .notGenuine
        } catch {
            throw .unwritable
        }
        return note.name
    }

    private func note(_ number: String, _ own: Folder) throws(SystemTrouble) -> HandIn? {
        for name in try own.names() {
            guard let text = name.text, text.hasPrefix("D"), text.hasSuffix(".json") else { continue }
            guard let note = try HandInJournal.read(name, own) else { continue }
            if note.id == number || note.submissions.contains(number) { return note }
        }
        return nil
    }

    private func write(
        _ note: HandIn,
        _ own: Folder,
        _ officer: String,
        _ reason: String,
        _ path: String,
        _ at: Instant
    ) throws {
        let file = try Descriptor(open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600)))
        var line = JSONWriter()
        line.object { line in
            line.pair("at", at.iso)
            line.pair("by", officer)
            line.pair("reason", reason)
            line.pair("original", note.id)
            line.pair("department", note.department)
            line.pair("account", Int64(getuid()))
        }
        let looks = try own.append(FileName("looks.jsonl"))
        try looks.write(line.bytes + [0x0A])
        try looks.sync()
        try SealedOriginal(own, keys.originals).open(note, into: file)
        try file.sync()
    }
}
