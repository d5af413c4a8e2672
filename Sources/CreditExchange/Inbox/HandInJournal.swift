import Foundation
import Synchronization

/// The notes of all files handed in, one small file each; who holds the inbox's lock reads them once and writes through.
final class HandInJournal: Sendable {
    private let folder: Folder
    private let held: Mutex<Held>
    /// Notes that cannot be read: they and their originals are left alone.
    let damaged: [String]

    private struct Held: Sendable {
        var notes: [String: HandIn] = [:]
        /// The numbers under whose files something of a name was written.
        var ids: [FileName: Set<String>] = [:]

        mutating func put(_ note: HandIn) {
            notes[note.id] = note
            for answer in note.answers { ids[FileName(bytes: answer.name), default: []].insert(note.id) }
        }
    }

    /// Reads all notes; what an attempt left half written is removed.
    init(_ folder: Folder) throws(SystemTrouble) {
        self.folder = folder
        var held = Held()
        var damaged: [String] = []
        for name in try folder.names() {
            guard let text = name.text else { continue }
            if text.hasSuffix(".tmp") {
                try folder.remove(name)
            } else if text.hasPrefix("D"), text.hasSuffix(".json") {
                if let note = try HandInJournal.read(name, folder) { held.put(note) } else { damaged.append(text) }
            }
        }
        self.held = Mutex(held)
        self.damaged = damaged
    }

    /// Reads the notes without being the one who writes them.
    static func read(_ name: FileName, _ folder: Folder) throws(SystemTrouble) -> HandIn? {
        let file = try folder.open(name)
        let bytes = try file.read(from: 0, count: Int(clamping: min(try file.status().mark.size, 1 << 20)))
        return try? JSONDecoder().decode(HandIn.self, from: Data(bytes))
    }

    /// All notes, oldest first.
    var all: [HandIn] {
        held.withLock { Array($0.notes.values) }.sorted { ($0.claimedAt, $0.id) < ($1.claimedAt, $1.id) }
    }

    /// A note as it stands now.
    func note(_ id: String) -> HandIn? { held.withLock { $0.notes[id] } }

    /// Whether a number is that of a file handed in.
    func knows(_ id: String) -> Bool { held.withLock { $0.notes[id] != nil } }

    /// What was written under a name into a folder.
    func answers(named name: FileName, in path: [String]) -> [Answer] {
        held.withLock { held in
            (held.ids[name] ?? []).compactMap { held.notes[$0] }.filter { $0.folder == path }
                .flatMap(\.answers).filter { $0.name == name.bytes }
        }
    }

    /// Writes a note; when it returns, the note is on the disk.
    func save(_ note: HandIn) throws(SystemTrouble) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(note) else { throw SystemTrouble(number: EINVAL) }
        try folder.write(Array(bytes) + [0x0A], as: note.noteName)
        held.withLock { $0.put(note) }
    }

    /// Forgets a file that was not claimed after all.
    func remove(_ note: HandIn) throws(SystemTrouble) {
        try folder.remove(note.noteName)
        try folder.sync()
        held.withLock { $0.notes[note.id] = nil }
    }
}
