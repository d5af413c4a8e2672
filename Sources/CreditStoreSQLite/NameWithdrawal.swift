import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore
import GRDB

/// What a withdrawn record said of an organisation itself holds no more: its name, and where it was a registration, the rest.
///
/// The name before it stands again, else that in the latest record that still holds; the entries keep what was.
struct NameWithdrawal {
    private let database: Database
    private let catalogue: Catalogue

    init(_ database: Database, _ catalogue: Catalogue) {
        self.database = database
        self.catalogue = catalogue
    }

    /// Takes away what a record, now withdrawn, gave to its organisation; nothing where its entry was erased.
    ///
    /// - Complexity: the records of the organisation.
    func forgetWhatCame(by record: Int64) throws {
        let found = try Query(.recordByID, database).first(.integer(record)) { try StoredRecord($0) }
        guard let withdrawn = found else { return }
        let id = withdrawn.subject
        var sequences = [withdrawn.id, withdrawn.sequence]
        try Query(.historyOfRecord, database).each(.integer(record)) { sequences.append($0.integer(0)) }
        for sequence in sequences { try Query(.deleteName, database).run(.integer(id), .integer(sequence)) }
        let standing = try standingRecords(of: id)
        if isRegistration(withdrawn), !standing.contains(where: isRegistration) {
            try Query(.unregisterSubject, database).run(.integer(id))
        }
        let named = try Query(.subjectByID, database).first(.integer(id)) { SubjectRow($0) }
        guard let named, sequences.contains(named.nameSequence) else { return }
        try nameAnew(named, standing)
    }

    private func nameAnew(_ subject: SubjectRow, _ standing: [StoredRecord]) throws {
        let latest = try Query(.latestName, database)
            .first(.integer(subject.id)) { (sequence: $0.integer(0), name: $0.text(1)) }
        if let latest {
            try Query(.standName, database).run(.integer(subject.id), .integer(latest.sequence))
            return try name(subject.id, latest.name, latest.sequence)
        }
        let source = standing.filter(isRegistration).last ?? standing.max { $0.id < $1.id }
        guard let source else { return try name(subject.id, subject.name, 0) }
        let text = source.facts.record.subject.name
        try Query(.insertName, database).run(.integer(source.id), .integer(subject.id), .text(text))
        try name(subject.id, text, source.id)
    }

    private func name(_ subject: Int64, _ name: String, _ sequence: Int64) throws {
        try Query(.nameSubject, database).run(.integer(subject), .text(name), .integer(sequence))
    }

    private func standingRecords(of subject: Int64) throws -> [StoredRecord] {
        var records: [StoredRecord] = []
        try Query(.recordsOfSubject, database).each(.integer(subject)) { records.append(try StoredRecord($0)) }
        return records.filter { $0.facts.standing == .current && !catalogue.isRestricted(item: $0.facts.record.item) }
    }

    private func isRegistration(_ stored: StoredRecord) -> Bool {
        catalogue.item(stored.facts.record.item)?.isRegister == true
    }
}
