import CreditModel
import CreditStore

/// A directory of names in memory, to which others may add while a search stands.
actor Names: SubjectDirectory {
    private var given: [NameGiven] = []
    private var subjects: [Int64: Subject] = [:]
    private(set) var reads = 0

    /// Gives an organisation a name; a later one makes the earlier former.
    func give(_ name: String, to subject: Int64, kind: SubjectKind = .enterprise, code: String? = nil) {
        let key = code ?? "KEY\(subject)"
        given.append(
            NameGiven(
                sequence: Int64(given.count + 1) * 3,
                subject: subject,
                key: key,
                kind: kind,
                name: name,
                isFormer: false
            )
        )
        subjects[subject] = Subject(
            id: subject,
            code: key,
            registrationNumber: "22040000000000\(subject)",
            kind: kind,
            name: name,
            formerNames: [],
            division: nil,
            address: nil,
            established: nil,
            status: nil
        )
    }

    func subject(key: String) -> Subject? { subjects.values.first { $0.code == key || $0.registrationNumber == key } }

    func subject(id: Int64) -> Subject? { subjects[id] }

    func names(since sequence: Int64, limit: Int) async -> [NameGiven] {
        reads += 1
        await Task.yield()
        return Array(given.filter { $0.sequence > sequence }.prefix(limit))
    }
}
