import CreditModel

/// A made-up organisation with its keys and the names it bore.
///
/// A class, because every record of it carries it along.
final class SampleOrganisation: Sendable {
    let serial: Int
    /// Registrar and category: the first two characters of its code.
    let prefix: String
    let kind: SubjectKind
    let creditCode: String
    let organisationCode: String
    /// Only organisations registered by the market regulator have one.
    let registrationNumber: String?
    let name: String
    let formerName: String?
    let renamedOn: Day?
    let establishedOn: Day
    let district: Int
    let address: String
    let representative: String
    /// Registered capital in yuan.
    let capital: Int
    let scope: String

    init(
        serial: Int,
        prefix: String,
        kind: SubjectKind,
        division: String,
        district: Int,
        names: (current: String, former: String?, changedOn: Day?),
        establishedOn: Day,
        address: String,
        representative: String,
        capital: Int,
        scope: String
    ) {
        self.serial = serial
        self.prefix = prefix
        self.kind = kind
        organisationCode = SyntheticCode.organisationCode(serial)
        creditCode = SyntheticCode.creditCode(prefix, division: division, organisationCode: organisationCode)
        registrationNumber =
            prefix.hasPrefix("9")
            ? SyntheticCode.registrationNumber(division: division, serial: serial, isSoleTrader: prefix == "92") : nil
        (name, formerName, renamedOn) = names
        self.establishedOn = establishedOn
        self.district = district
        self.address = address
        self.representative = representative
        self.capital = capital
        self.scope = scope
    }

    var isSoleTrader: Bool { kind == .soleTrader }

    /// The name it bore on a day.
    func name(on day: Day) -> String {
        guard let formerName, let renamedOn, day < renamedOn else { return name }
        return formerName
    }
}
