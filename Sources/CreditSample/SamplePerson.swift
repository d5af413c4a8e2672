import CreditModel

/// Somebody who never lived: a person in a role (limit 1), with a number that says a birth before 1890.
struct SamplePerson: Sendable {
    let serial: Int
    let name: String
    let number: String
}
