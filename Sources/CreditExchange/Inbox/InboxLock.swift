import Foundation

/// The inbox's own folder `.xinyuan`, locked, with the notes in it: one process works on an inbox.
final class InboxLock: Sendable {
    static let ownName = FileName(".xinyuan")
    private static let lockName = FileName("lock")

    /// The folder `.xinyuan`.
    let own: Folder
    /// What was handed in.
    let journal: HandInJournal
    private let lock: Descriptor
    private let mark: FileMark

    /// Locks an inbox; `nil` where another process holds it.
    init?(_ inbox: Folder, mayMake: Bool) throws(SystemTrouble) {
        if mayMake { try inbox.make(InboxLock.ownName) }
        own = try inbox.folder(InboxLock.ownName)
        lock = try own.append(InboxLock.lockName)
        mark = try lock.status().mark
        guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else { return nil }
        journal = try HandInJournal(own)
    }

    // Given up in words: a process that was just forked may still share the descriptor.
    deinit { flock(lock.number, LOCK_UN) }

    /// Whether the folder that was locked is still the inbox's: it may have been unmounted meanwhile.
    func holds(_ inbox: Folder) throws(SystemTrouble) -> Bool {
        let there = try inbox.folder(InboxLock.ownName).status(of: InboxLock.lockName)
        return there?.mark.inode == mark.inode && there?.mark.device == mark.device
    }
}
