import CreditCatalogue
import CreditModel

/// Goes through an inbox's folders and finds what is to be done; it changes nothing but the letters to those whose folder
/// nobody knows.
struct InboxScan {
    private let root: Folder
    private let lock: InboxLock
    private let catalogue: Catalogue
    private let wholeness: Wholeness
    private let memory: InboxMemory
    private let now: Instant
    /// What was found, by department.
    private(set) var work: [String: DepartmentWork] = [:]
    /// Files that are not whole yet.
    private(set) var waiting = 0
    /// What keeps files from being looked at.
    private(set) var troubles: [InboxTrouble] = []

    init(
        _ root: Folder,
        _ lock: InboxLock,
        catalogue: Catalogue,
        wholeness: Wholeness,
        memory: InboxMemory,
        now: Instant
    ) {
        self.root = root
        self.lock = lock
        self.catalogue = catalogue
        self.wholeness = wholeness
        self.memory = memory
        self.now = now
    }

    mutating func run() throws(SystemTrouble) {
        for note in lock.journal.live where note.state != .done && memory.mayTry(note.id, now: now) {
            work[note.department, default: DepartmentWork(department: note.department)].resumed.append(note)
        }
        troubles += lock.journal.damaged.map { .noteDamaged($0) }
        var isStray = false
        for name in try root.names().sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) })
        where !name.isPassedOver {
            guard let status = try root.status(of: name) else { continue }
            if status.isFile { isStray = true }
            if status.isFolder { look(into: name) }
            if !status.isFile, !status.isFolder { leave(name, nil, .noFile) }
        }
        tell(isStray ? .noDepartment : nil, in: root)
        for id in work.keys { work[id]?.files.sort { $0.status.changed < $1.status.changed } }
    }

    private mutating func look(into name: FileName) {
        let shown = name.shown(on: now.day)
        do throws(SystemTrouble) {
            let folder = try root.folder(name)
            guard let text = name.text,
                let department = catalogue.departments.source(named: text.filter { $0 != " " }, on: now.day)
            else {
                troubles.append(.unknownFolder(shown))
                let near = catalogue.departments.sources(near: name.text ?? "")
                return tell(.unknownDepartment(shown, near: near), in: folder)
            }
            let place = DropPlace(folder: folder, path: [text], department: department, template: nil)
            for inner in try look(at: place) { look(into: inner, of: place) }
        } catch {
            troubles.append(.closed(folder: shown))
        }
    }

    /// A folder in a department's folder, named after an item or a layout.
    private mutating func look(into name: FileName, of outer: DropPlace) {
        let shown = outer.shown + "/" + name.shown(on: now.day)
        do throws(SystemTrouble) {
            let folder = try outer.folder.folder(name)
            guard let text = name.text, catalogue.template(text) != nil || catalogue.layout(text) != nil else {
                guard try folder.names().contains(where: { !$0.isPassedOver }) else { return }
                troubles.append(.unknownFolder(shown))
                return tell(.unknownItem(shown), in: folder)
            }
            let path = outer.path + [text]
            let place = DropPlace(folder: folder, path: path, department: outer.department, template: text)
            for deep in try look(at: place) where try folder.folder(deep).names().contains(where: { !$0.isPassedOver })
            {
                leave(deep, place, .tooDeep)
            }
        } catch {
            troubles.append(.closed(folder: shown))
        }
    }

    /// Finds a folder's files; gives the folders in it.
    private mutating func look(at place: DropPlace) throws(SystemTrouble) -> [FileName] {
        tell(nil, in: place.folder)
        let isWritable = place.folder.isWritable
        let isOpen = isWritable && memory.mayTry(place.shown, now: now)
        if !isWritable { troubles.append(.closed(folder: place.shown)) }
        var folders: [FileName] = []
        let names = try place.folder.names()
        memory.keep(Set(names), in: place.shown)
        for name in names where !name.isPassedOver || (name.isLetter && !name.isHidden) || isForgotten(name) {
            guard let status = try place.folder.status(of: name) else { continue }
            if status.isFolder, !name.isPassedOver { folders.append(name) }
            guard isOpen, !status.isFolder else { continue }
            do throws(SystemTrouble) {
                if let why = try whyLeftAlone(name, status, place) {
                    rest(name, status, place, why)
                } else if !name.isLetter {
                    try look(at: name, status, place)
                }
            } catch {
                if !error.isAbsent { troubles.append(.closed(folder: place.shown)) }
            }
        }
        return folders
    }

    /// Why something that is no folder is never taken; `nil` where it may be, or is an answer of ours.
    private func whyLeftAlone(
        _ name: FileName,
        _ status: FileStatus,
        _ place: DropPlace
    ) throws(SystemTrouble) -> InboxTrouble.LeftAlone? {
        guard status.isFile else { return .noFile }
        if name.isLetter {
            return try isLetterOfOurs(name, status, place) ? nil : .calledLikeReceipt
        }
        return status.links == 1 ? nil : .secondName
    }

    /// Whether a letter is one that we wrote, changed since or not: by the notes, or where they are lost by its beginning.
    private func isLetterOfOurs(
        _ name: FileName,
        _ status: FileStatus,
        _ place: DropPlace
    ) throws(SystemTrouble) -> Bool {
        if !lock.journal.answers(named: name, in: place.path).isEmpty { return true }
        if memory.seen(name, in: place.shown, status.mark, now: now).isOurs { return true }
        let start = try place.folder.open(name).read(from: 0, count: 64)
        guard NotTaken.starts.contains(where: start.starts) || InboxReceipt.starts.contains(where: start.starts) else {
            return false
        }
        memory.isOurs(name, in: place.shown)
        return true
    }

    /// Waits for what is never taken to come to rest: a server that renames in two steps gives a file a second name meanwhile.
    private mutating func rest(
        _ name: FileName,
        _ status: FileStatus,
        _ place: DropPlace,
        _ why: InboxTrouble.LeftAlone
    ) {
        let seen = memory.seen(name, in: place.shown, status.mark, now: now)
        guard wholeness.hasRested(status, first: seen.at, now: now) else { return waiting += 1 }
        leave(name, place, why)
    }

    private mutating func leave(_ name: FileName, _ place: DropPlace?, _ why: InboxTrouble.LeftAlone) {
        let shown = name.shown(on: now.day)
        troubles.append(.leftAlone(place.map { $0.shown + "/" + shown } ?? shown, why))
    }

    /// Whether a file was being claimed when its note was lost with the inbox's own folder.
    private func isForgotten(_ name: FileName) -> Bool {
        guard HandIn.isTaken(name), let text = name.text else { return false }
        return !lock.journal.knows(String(text.dropFirst().dropLast(6)))
    }

    private mutating func look(at name: FileName, _ status: FileStatus, _ place: DropPlace) throws(SystemTrouble) {
        let seen = memory.seen(name, in: place.shown, status.mark, now: now)
        if seen.isOurs { return }
        let answers = lock.journal.answers(named: name, in: place.path)
        if answers.contains(where: { $0.mark == status.mark }) { return }
        let file = try place.folder.open(name)
        guard try wholeness.isWhole(file, status, first: seen.at, now: now) else {
            waiting += 1
            return
        }
        if !answers.isEmpty {
            let digest = try file.digest()
            if answers.contains(where: { $0.digest == digest }) { return memory.isOurs(name, in: place.shown) }
        }
        let id = place.department.id
        work[id, default: DepartmentWork(department: id)].files
            .append(Candidate(place: place, name: name, status: status))
    }

    /// Puts a letter into a folder, or takes away the one that is no longer true.
    private func tell(_ letter: ReadMe?, in folder: Folder) {
        let name = FileName.readMe
        let wanted = letter?.bytes
        let there = try? folder.open(name).read(from: 0, count: 1 << 16)
        guard there != wanted else { return }
        if let wanted {
            try? folder.write(wanted, as: name, mode: 0o644)
        } else if let there, there.starts(with: ReadMe.start) {
            try? folder.remove(name)
        }
    }
}
