public import CreditModel

/// Gives the name index what it is made from: all organisations once, and then those that entries touched.
public protocol NameFeed: Sendable {
    /// How far the store has come. Two rows.
    func nameFeedState() async throws -> NameFeedState
    /// The hash of one entry's leaf, by which a copy on disk knows that it belongs to this store; `nil` beyond the head.
    func leaf(of sequence: Int64) async throws -> [UInt8]?
    /// Organisations in the order of their numbers, behind one of them. One indexed range, and their records and names.
    func namedSubjects(after id: Int64, limit: Int, today: Day) async throws -> [NamedSubject]
    /// Organisations that the entries after a sequence number touched, at most `limit` entries of them.
    ///
    /// One indexed range of entries, then each organisation as above.
    func namedSubjects(touchedSince sequence: Int64, limit: Int, today: Day) async throws -> NameChanges
}

/// How far a store has come, for whoever keeps something made from it.
public struct NameFeedState: Sendable, Hashable {
    /// The last entry's sequence number.
    public let sequence: Int64
    /// The digest of the catalogue under which the days shown were derived.
    public let catalogue: [UInt8]

    /// A state from its parts.
    public init(sequence: Int64, catalogue: [UInt8]) {
        self.sequence = sequence
        self.catalogue = catalogue
    }
}

/// An organisation as it may be found.
public struct NamedSubject: Sendable, Hashable {
    /// The store's own number.
    public let id: Int64
    /// Its unified code.
    public let key: String
    /// Its registration number, where one is known.
    public let registrationNumber: String?
    /// What kind of organisation it is.
    public let kind: SubjectKind
    /// Its name of today; `nil` where the record that gave it was withdrawn.
    public let name: String?
    /// Names it bore before, latest first, without those given by records that were withdrawn.
    public let formerNames: [String]
    /// The last day on which any of its records is shown; `nil` where none is shown now.
    public let shownUntil: Day?

    /// An organisation from its parts.
    public init(
        id: Int64,
        key: String,
        registrationNumber: String?,
        kind: SubjectKind,
        name: String?,
        formerNames: [String],
        shownUntil: Day?
    ) {
        self.id = id
        self.key = key
        self.registrationNumber = registrationNumber
        self.kind = kind
        self.name = name
        self.formerNames = formerNames
        self.shownUntil = shownUntil
    }
}

/// Organisations that some entries touched.
public struct NameChanges: Sendable, Hashable {
    /// As they are now, each once.
    public let subjects: [NamedSubject]
    /// The last entry that was looked at.
    public let upTo: Int64

    /// Changes from their parts.
    public init(subjects: [NamedSubject], upTo: Int64) {
        self.subjects = subjects
        self.upTo = upTo
    }
}
