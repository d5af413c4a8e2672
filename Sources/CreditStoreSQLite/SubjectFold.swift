import CreditCatalogue
import CreditModel
import CreditStore
import GRDB

/// Finds and makes organisations by strong keys; a name never merges (decision 4).
final class SubjectFold {
    /// To whom strong keys point.
    enum Finding: Equatable {
        /// To the organisation of this code.
        case code(String)
        /// To nobody known: no code, and no organisation with these numbers.
        case nobody
        /// To two different organisations.
        case two
    }

    private let database: Database
    private let catalogue: Catalogue
    private let byCode: Query
    private let insert: Query
    private let insertName: Query
    private var next: Int64
    // Organisations of the chunk at hand; nobody else writes while its transaction is open.
    private var met: [String: SubjectRow] = [:]

    init(_ database: Database, _ catalogue: Catalogue) throws {
        self.database = database
        self.catalogue = catalogue
        byCode = try Query(.subjectByCode, database)
        insert = try Query(.insertSubject, database)
        insertName = try Query(.insertName, database)
        next = try Query(.lastSubject, database).first { $0.integer(0) } ?? 0
    }

    /// Forgets what was read of organisations, since somebody else changed them.
    func readAnew() { met.removeAll() }

    /// The code that a record's keys point to, or that they point to nobody or to two.
    ///
    /// A number without a character is none: it points to nobody.
    func identify(_ sent: SubjectKeys) throws -> Finding {
        let keys = sent.withoutEmptyNumbers
        var found: Set<String> = []
        if let code = keys.creditCode {
            if try pointsToItself(code, keys) { return .code(code.text) }
            found.insert(code.text)
        }
        if let number = keys.registrationNumber {
            let owners = try codes(.subjectByRegistration, number)
            if owners.count > 1, keys.creditCode == nil { return .two }
            if let code = keys.creditCode, owners.contains(code.text) {
                found.insert(code.text)
            } else {
                found.formUnion(owners)
            }
        }
        if let number = keys.organisationCode, number != keys.creditCode?.organisationCode {
            found.formUnion(try codes(.subjectByOrganisation, number))
        }
        guard let code = found.first else { return .nobody }
        return found.count == 1 ? .code(code) : .two
    }

    /// Whether all other keys are those that the code's own organisation is known by already.
    private func pointsToItself(_ code: CreditCode, _ keys: SubjectKeys) throws -> Bool {
        if let number = keys.organisationCode, number != code.organisationCode { return false }
        guard let number = keys.registrationNumber else { return true }
        return try row(of: code.text)?.registrationNumber == number
    }

    private func row(of code: String) throws -> SubjectRow? {
        if let row = met[code] { return row }
        let row = try byCode.first(.text(code)) { SubjectRow($0) }
        met[code] = row
        return row
    }

    /// The store's number of the organisation of a code, made where it is new; registration data renew what is known of it.
    ///
    /// A restricted record says nothing of its organisation: no name, no number, no address. One of which there is nothing else
    /// has no organisation code either, is not found by anything, and is called by its code.
    func subject(code: String, for record: CreditRecord, sequence: Int64, holds: Bool) throws -> Int64 {
        if catalogue.isRestricted(item: record.item) {
            return try row(of: code)?.id ?? makeUnknown(code, sequence)
        }
        let isRegistration = catalogue.item(record.item)?.isRegister == true
        guard let known = try row(of: code) else { return try make(code, record, isRegistration, sequence) }
        guard known.isKnown else { return try know(known, record, isRegistration, sequence) }
        guard holds else { return known.id }
        if isRegistration {
            try renew(known, record, sequence)
        } else if known.nameSequence == 0 {
            try name(known, record.subject.name, sequence)
        }
        return known.id
    }

    private func codes(_ sql: NamedSQL, _ number: String) throws -> Set<String> {
        var codes: Set<String> = []
        try Query(sql, database).each(.text(number)) { codes.insert($0.text(1)) }
        return codes
    }

    private func make(_ code: String, _ record: CreditRecord, _ isRegistration: Bool, _ sequence: Int64) throws -> Int64
    {
        guard let unified = CreditCode(code) else { throw StoreDamaged(what: "code of entry \(sequence)") }
        next += 1
        let data = RegistrationData(record, catalogue, isRegistration)
        try insert.run(
            .integer(next),
            .text(code),
            .optional(record.subject.registrationNumber),
            .text(unified.organisationCode),
            .text(unified.kind.rawValue),
            .text(record.subject.name),
            .integer(sequence),
            .integer(isRegistration ? 1 : 0),
            .optional(data.address),
            .optional(data.established),
            .optional(data.status)
        )
        try insertName.run(.integer(sequence), .integer(next), .text(record.subject.name))
        return next
    }

    /// An organisation of which only restricted records speak.
    private func makeUnknown(_ code: String, _ sequence: Int64) throws -> Int64 {
        guard let unified = CreditCode(code) else { throw StoreDamaged(what: "code of entry \(sequence)") }
        next += 1
        try insert.run(
            .integer(next),
            .text(code),
            .null,
            .text(""),
            .text(unified.kind.rawValue),
            .text(code),
            .integer(0),
            .integer(0),
            .null,
            .null,
            .null
        )
        return next
    }

    /// The first record that may speak of an organisation says the same as if it were the first of all.
    private func know(
        _ unknown: SubjectRow,
        _ record: CreditRecord,
        _ isRegistration: Bool,
        _ sequence: Int64
    ) throws
        -> Int64
    {
        guard let unified = CreditCode(unknown.code) else { throw StoreDamaged(what: "code of entry \(sequence)") }
        met[unknown.code] = nil
        let data = RegistrationData(record, catalogue, isRegistration)
        try Query(.knowSubject, database)
            .run(
                .integer(unknown.id),
                .optional(record.subject.registrationNumber),
                .text(unified.organisationCode),
                .text(record.subject.name),
                .integer(sequence),
                .integer(isRegistration ? 1 : 0),
                .optional(data.address),
                .optional(data.established),
                .optional(data.status)
            )
        try insertName.run(.integer(sequence), .integer(unknown.id), .text(record.subject.name))
        return unknown.id
    }

    /// Names an organisation whose names were all withdrawn.
    private func name(_ known: SubjectRow, _ name: String, _ sequence: Int64) throws {
        met[known.code] = nil
        try insertName.run(.integer(sequence), .integer(known.id), .text(name))
        try Query(.nameSubject, database).run(.integer(known.id), .text(name), .integer(sequence))
    }

    private func renew(_ known: SubjectRow, _ record: CreditRecord, _ sequence: Int64) throws {
        met[known.code] = nil
        let data = RegistrationData(record, catalogue, true)
        let isRenamed = known.name != record.subject.name || known.nameSequence == 0
        if isRenamed {
            try Query(.formerName, database).run(.integer(known.id))
            try insertName.run(.integer(sequence), .integer(known.id), .text(record.subject.name))
        }
        try Query(.updateSubject, database)
            .run(
                .integer(known.id),
                .optional(record.subject.registrationNumber ?? known.registrationNumber),
                .text(record.subject.name),
                .integer(isRenamed ? sequence : known.nameSequence),
                .integer(1),
                .optional(data.address ?? known.address),
                .optional(data.established ?? known.established),
                .optional(data.status ?? known.status)
            )
    }
}

extension SubjectKeys {
    /// The same keys, those numbers absent that are empty.
    fileprivate var withoutEmptyNumbers: SubjectKeys {
        guard registrationNumber?.isEmpty == true || organisationCode?.isEmpty == true else { return self }
        return SubjectKeys(
            name: name,
            creditCode: creditCode,
            registrationNumber: registrationNumber.flatMap { $0.isEmpty ? nil : $0 },
            organisationCode: organisationCode.flatMap { $0.isEmpty ? nil : $0 }
        )
    }
}

/// What registration data say of an organisation itself.
private struct RegistrationData {
    let address: String?
    let established: Int64?
    let status: String?

    init(_ record: CreditRecord, _ catalogue: Catalogue, _ isRegistration: Bool) {
        let roles = isRegistration ? catalogue.item(record.item)?.roles : nil
        address = roles?.address.flatMap { record.fields.text($0) }
        status = roles?.status.flatMap { record.fields.text($0) }
        established = roles == nil ? nil : Int64(record.decidedOn.number)
    }
}

/// A row of `subject`.
struct SubjectRow {
    let id: Int64
    let code: String
    let registrationNumber: String?
    /// Whether any record speaks of it that is not restricted.
    let isKnown: Bool
    let kind: SubjectKind
    let name: String
    let nameSequence: Int64
    let address: String?
    let established: Int64?
    let status: String?

    init(_ row: Columns) {
        id = row.integer(0)
        code = row.text(1)
        registrationNumber = row.optionalText(2)
        isKnown = !row.text(3).isEmpty
        kind = SubjectKind(rawValue: row.text(4)) ?? .other
        name = row.text(5)
        nameSequence = row.integer(6)
        address = row.optionalText(8)
        established = row.optionalInteger(9)
        status = row.optionalText(10)
    }

    func subject(_ source: some StatementSource) throws -> Subject {
        var former: [String] = []
        try Query(.formerNames, source).each(.integer(id)) { former.append($0.text(0)) }
        return Subject(
            id: id,
            code: code,
            registrationNumber: registrationNumber,
            kind: kind,
            name: name,
            formerNames: former.filter { $0 != name },
            division: CreditCode(code)?.division,
            address: address,
            established: established.map { Day(number: Int32($0)) },
            status: status
        )
    }
}
