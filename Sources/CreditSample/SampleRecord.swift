import CreditCatalogue
import CreditModel

/// A made-up record before it is written: one value a field, days as ISO, amounts in fen, choices in the list's own words.
struct SampleRecord: Sendable {
    /// Stands between several choices of one value.
    static let separator: Character = "\u{1F}"

    let organisation: SampleOrganisation
    var person: SamplePerson?
    let decidedOn: Day
    let authority: Department
    var values: [String]
    var sanction: Sanction?
}

/// What is settled about a record before its fields are filled.
struct RecordFacts {
    let organisation: SampleOrganisation
    let person: SamplePerson?
    /// The name under which the row speaks of it.
    let name: String
    let decidedOn: Day
    let receivedOn: Day
    let source: Department
    let authority: Department
    let licence: Trade.Licence?
    let offence: Trade.Offence?
    let sanction: Sanction?
    let documentNumber: String
    let serial: Int
    let validFrom: Day
    let validUntil: Day?
    /// The day on which what was decided ended, where it has.
    let endedOn: Day?
    let edition: GradingScheme.Edition?
}
