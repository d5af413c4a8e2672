/// An admitted record of a natural person in a role: an expert, an agent, an inspector.
///
/// It is a type of its own and cannot be made a `CreditRecord`: every page, answer, list, search and export takes records of
/// organisations, so that none of them can be given one of these (limits 1 and 6). It has no grade, no points, no tier and no
/// list, and no day on which it is shown.
public struct RoleRecord: Hashable, Sendable {
    /// The catalogue's id of the item.
    public let item: String
    /// Whom it is about.
    public let person: PersonInRole
    /// What it means for the person, on which document; nothing adverse without one (limit 2).
    public let bearing: CreditRecord.Bearing
    /// The day of the decision.
    public let decidedOn: Day
    /// The first day of its validity, where it has one.
    public let validFrom: Day?
    /// The last day of its validity, where it has one.
    public let validUntil: Day?
    /// Its fields.
    public let fields: FieldMap

    /// A record from its parts.
    public init(
        item: String,
        person: PersonInRole,
        bearing: CreditRecord.Bearing,
        decidedOn: Day,
        validFrom: Day?,
        validUntil: Day?,
        fields: FieldMap
    ) {
        self.item = item
        self.person = person
        self.bearing = bearing
        self.decidedOn = decidedOn
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.fields = fields
    }
}

/// A natural person as a row speaks of one: told apart by the certificate's number alone (decision 4: a name never merges).
public struct PersonInRole: Hashable, Sendable {
    /// The name as sent.
    public let name: String
    /// What is left of the certificate's number (limit 8).
    public let certificate: PersonalMark

    /// A person from the parts of a row.
    public init(name: String, certificate: PersonalMark) {
        self.name = name
        self.certificate = certificate
    }
}
