import CreditCatalogue
import CreditModel
import Foundation
import LibCrypto

/// Makes a file ours: it gets a hidden name, is sealed into the inbox's own folder, and only then the clear one goes.
///
/// A kill between any two steps leaves either the file as it was, or a note from which ``finish(_:in:)`` goes on.
struct Claim {
    let own: Folder
    let journal: HandInJournal
    let secret: [UInt8]
    let now: Instant

    /// Claims a file; `nil` where it changed or went meanwhile, and is left to the next round.
    func take(_ candidate: Candidate) throws -> HandIn? {
        let note = try note(of: candidate)
        try journal.save(note)
        let folder = candidate.place.folder
        do throws(SystemTrouble) {
            try folder.rename(candidate.name, toFree: note.takenName)
            try folder.sync()
        } catch {
            try journal.remove(note)
            if error.isAbsent { return nil }
            throw error
        }
        guard let kept = try seal(note, folder, expecting: candidate.status.mark) else {
            // Somebody wrote on. It gets its name back, unless a newer file bears it: then it comes as a file of its own.
            try? folder.rename(note.takenName, toFree: candidate.name)
            try own.remove(note.originalName)
            try journal.remove(note)
            return nil
        }
        return try finish(kept, in: folder)
    }

    /// Goes on with a file that was being claimed; `nil` where it never was.
    func finish(_ note: HandIn, in folder: Folder) throws -> HandIn? {
        switch note.state {
        case .claimed:
            if try folder.status(of: note.takenName) != nil {
                guard let kept = try seal(note, folder, expecting: nil) else { return nil }
                return try finish(kept, in: folder)
            }
            guard try own.status(of: note.originalName) != nil else {
                try journal.remove(note)
                return nil
            }
            var kept = note
            kept.digest = try SealedOriginal(own, secret).open(note).digest()
            kept.state = .kept
            try journal.save(kept)
            return kept
        case .kept, .taking, .answering:
            if try folder.status(of: note.takenName) != nil {
                try folder.remove(note.takenName)
                try folder.sync()
            }
            return note
        case .done: return note
        }
    }

    private func seal(_ note: HandIn, _ folder: Folder, expecting mark: FileMark?) throws -> HandIn? {
        let file = try folder.open(note.takenName)
        let before = try file.status().mark
        guard mark == nil || mark == before else { return nil }
        let digest = try SealedOriginal(own, secret).seal(file, note)
        guard try file.status().mark == before else { return nil }
        var kept = note
        kept.digest = Hex.encode(digest)
        kept.state = .kept
        try journal.save(kept)
        return kept
    }

    private func note(of candidate: Candidate) throws -> HandIn {
        let today = now.day
        let isForgotten = HandIn.isTaken(candidate.name)
        let id = try SubmissionNumber.make("D", on: today)
        let answerName = isForgotten ? FileName(id) : candidate.name.masked(on: today)
        return HandIn(
            id: id,
            department: candidate.place.department.id,
            folder: candidate.place.path,
            template: candidate.place.template,
            name: answerName.shown(on: today),
            answerName: answerName.bytes,
            size: candidate.status.mark.size,
            mode: candidate.status.mode & 0o666,
            owner: candidate.status.owner,
            group: candidate.status.group,
            claimedAt: now.microseconds
        )
    }
}

/// The sealed originals of an inbox.
struct SealedOriginal {
    private let own: Folder
    private let secret: [UInt8]

    init(_ own: Folder, _ secret: [UInt8]) {
        self.own = own
        self.secret = secret
    }

    /// Seals a file and gives the digest of the clear one; when it returns, the sealed one is on the disk.
    func seal(_ file: Descriptor, _ note: HandIn) throws -> [UInt8] {
        let temporary = FileName("\(note.id).original.tmp")
        do {
            let sealed = try own.create(temporary)
            lseek(file.number, 0, SEEK_SET)
            let made = try SealedFile.seal(from: file.number, to: sealed.number, secret: secret, context: note.context)
            try sealed.sync()
            try own.rename(temporary, to: note.originalName)
            try own.sync()
            return made.digest
        } catch {
            // Where the disk is full, half of it must not stay.
            try? own.remove(temporary)
            throw error
        }
    }

    /// The clear file, in memory.
    func open(_ note: HandIn) throws -> Descriptor {
        let file = try Descriptor.inMemory()
        try open(note, into: file)
        return file
    }

    /// Writes the clear file into an open one.
    func open(_ note: HandIn, into file: Descriptor) throws {
        let sealed = try own.open(note.originalName)
        try SealedFile.open(from: sealed.number, to: file.number, secret: secret, context: note.context)
    }
}
