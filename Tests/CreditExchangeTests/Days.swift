import CreditModel

/// A legal day written as the catalogue writes it.
func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
}
