import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import Foundation
import LibCrypto

/// Writes the answers to a file beside where it lay: under hidden names first, then noted, then named.
struct AnswerDesk {
    let catalogue: Catalogue
    let keys: StoreKeys
    let own: Folder
    let folder: Folder
    let journal: HandInJournal
    let today: Day

    /// Writes all answers and gives them their names, the letter last; a copy that somebody has mended already stays.
    func put(_ note: inout HandIn, _ reading: TakingIn.Reading, _ original: Descriptor?) throws {
        var fresh: [Answer] = []
        if let problem = reading.problem {
            let letter = NotTaken(note: note, reason: problem, rows: reading.rows, catalogue: catalogue)
            fresh.append(try write(.notTaken, letter.bytes, note))
        } else if let handed = reading.handed {
            let (copy, why) = try writeCopy(note, reading, handed, original)
            fresh += copy.map { [$0] } ?? []
            let receipt = InboxReceipt(
                note: note,
                handed: handed,
                tables: reading.findings.tables,
                copy: copy.map { FileName(bytes: $0.name).shown(on: today) },
                noCopy: why,
                catalogue: catalogue
            )
            fresh.append(try write(.json, receipt.json, note))
            fresh.append(try write(.receipt, receipt.text, note))
        }
        let earlier = note.answers
        note.answers = earlier + fresh
        note.state = .answering
        try journal.save(note)
        for answer in fresh { try name(answer, note, known: Set(note.answers.map(\.digest))) }
        try clear(note)
        try folder.sync()
        note.answers = try note.answers.map { answer in
            var answer = answer
            if fresh.contains(answer) { answer.mark = try folder.status(of: FileName(bytes: answer.name))?.mark }
            return answer
        }
    }

    /// Removes what earlier attempts, or the libraries that they used, left unfinished.
    private func clear(_ note: HandIn) throws(SystemTrouble) {
        for (place, start) in [(folder, ".\(note.id)."), (own, "\(note.id).copy.")] {
            let bytes = Array(start.utf8)
            for name in try place.names() where name.bytes.starts(with: bytes) { try place.remove(name) }
        }
    }

    private func write(_ kind: Answer.Kind, _ bytes: [UInt8], _ note: HandIn) throws -> Answer {
        let file = try folder.create(note.partName(kind))
        try file.write(bytes)
        try seal(file, note)
        return Answer(kind: kind, name: name(kind, note).bytes, digest: Hex.encode(SHA256.hash(bytes)), mark: nil)
    }

    /// The marked-up copy, or why there is none.
    private func writeCopy(
        _ note: HandIn,
        _ reading: TakingIn.Reading,
        _ handed: SubmissionDesk.HandedIn,
        _ original: Descriptor?
    ) throws -> (Answer?, Bilingual?) {
        if let why = reading.findings.tables.noCopy { return (nil, why) }
        let unmade = Bilingual(
            zh: "没有制成标注副本；要改的，请按行号在自己留存的文件里改。",
            en: "No marked-up copy could be made; whatever is to be mended, mend in your own file by the row numbers."
        )
        guard let original, let made = try makeCopy(note, reading, handed, original) else { return (nil, unmade) }
        let file = try folder.create(note.partName(.copy))
        var place: Int64 = 0
        while true {
            let piece = try made.read(from: place, count: 1 << 20)
            if piece.isEmpty { break }
            try file.write(piece)
            place += Int64(piece.count)
        }
        try seal(file, note)
        return (Answer(kind: .copy, name: name(.copy, note).bytes, digest: try file.digest(), mark: nil), nil)
    }

    /// The copy in the inbox's own folder: a library that opens by name must not do so where its sender may put a link; `nil` where
    /// none can be made.
    private func makeCopy(
        _ note: HandIn,
        _ reading: TakingIn.Reading,
        _ handed: SubmissionDesk.HandedIn,
        _ original: Descriptor
    ) throws -> Descriptor? {
        defer { withExtendedLifetime((original, own)) {} }
        let name = "\(note.id).copy.tmp"
        try own.remove(FileName(name))
        let seal = SealedNumber(key: keys.personal, salt: try RandomBytes.make(16))
        do throws(IntakeProblem) {
            try MarkedCopy(catalogue: catalogue, language: .zh, seal: seal, on: today)
                .write(
                    of: original.path,
                    named: note.name,
                    tables: reading.findings.tables,
                    unread: handed.unread,
                    lines: handed.lines(catalogue, .zh),
                    to: own.descriptor.path + "/" + name
                )
        } catch {
            return nil
        }
        return try own.open(FileName(name))
    }

    /// Gives an answer the owner and rights of the file that it answers, no more, and puts it on the disk.
    private func seal(_ file: Descriptor, _ note: HandIn) throws(SystemTrouble) {
        // Whoever is not the superuser may perhaps give the group alone, or neither: the folder's own rules hold then.
        if fchown(file.number, note.owner, note.group) != 0 { _ = fchown(file.number, uid_t.max, note.group) }
        guard fchmod(file.number, note.mode | 0o600) == 0 else { throw .last }
        try file.sync()
    }

    /// The name of an answer: it holds the number, so that nothing is written over.
    private func name(_ kind: Answer.Kind, _ note: HandIn) -> FileName {
        let base = FileName(bytes: note.answerName)
        let number = note.submissions.first ?? note.id
        let suffix = base.text == nil ? kind.plainSuffix : kind.suffix
        guard kind == .copy else { return base.with(suffix: ".\(number)" + suffix) }
        guard base.text != nil else { return base.parts.stem.with(suffix: ".\(number)" + suffix) }
        // `MarkedCopy` decides how a copy is called: the number goes before what it puts behind the stem.
        let end = MarkedCopy.name(of: base.parts.kind.isEmpty ? "" : "x" + base.parts.kind)
        return base.parts.stem.with(suffix: ".\(number)" + (base.parts.kind.isEmpty ? end : String(end.dropFirst())))
    }

    private func name(_ answer: Answer, _ note: HandIn, known: Set<String>) throws {
        let part = note.partName(answer.kind)
        let name = FileName(bytes: answer.name)
        do throws(SystemTrouble) {
            try folder.rename(part, toFree: name)
        } catch {
            guard error.isThere else { throw error }
            // An earlier attempt came as far as this.
            let there = try folder.open(name).digest()
            if known.contains(there) { try folder.rename(part, to: name) } else { try folder.remove(part) }
        }
    }
}
