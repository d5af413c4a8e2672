import CreditCatalogue

/// The places in an item's fields of the parts that every record has; looked up once a sheet.
struct RolePlaces {
    let name: Int
    let decidedOn: Int
    let creditCode: Int?
    let registrationNumber: Int?
    let organisationCode: Int?
    let subjectCategory: Int?
    let documentNumber: Int?
    let authority: Int?
    let authorityCode: Int?
    let validFrom: Int?
    let validUntil: Int?
    let endedOn: Int?
    let penaltyKinds: Int?
    let fine: Int?
    let confiscated: Int?
    let content: Int?
    let certificate: Int?
    let grades: [Int]

    init(_ item: Item) {
        let places = Dictionary(item.fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let roles = item.roles
        func place(_ id: String?) -> Int? { id.flatMap { places[$0] } }
        name = place(roles.name) ?? 0
        decidedOn = place(roles.decidedOn) ?? 0
        creditCode = place(roles.creditCode)
        registrationNumber = place(roles.registrationNumber)
        organisationCode = place(roles.organisationCode)
        subjectCategory = place(roles.subjectCategory)
        documentNumber = place(roles.documentNumber)
        authority = place(roles.authority)
        authorityCode = place(roles.authorityCode)
        validFrom = place(roles.validFrom)
        validUntil = place(roles.validUntil)
        endedOn = place(roles.endedOn)
        penaltyKinds = place(roles.penaltyKinds)
        fine = place(roles.fine)
        confiscated = place(roles.confiscated)
        content = place(roles.content)
        certificate = place(roles.certificate)
        grades = item.fields.indices.filter { if case .grade = item.fields[$0].type { true } else { false } }
    }
}

/// The words of an item's code lists that its rules ask for; looked up once a sheet; so few that a list is
/// searched faster than a set.
struct RoleWords {
    let naturalPersons: [String]
    let soleTraders: [String]
    let fines: [String]
    let confiscations: [String]

    init(_ item: Item, _ catalogue: Catalogue) {
        let categories = catalogue.codeList(of: item.roles.subjectCategory, in: item)
        let kinds = catalogue.codeList(of: item.roles.penaltyKinds, in: item)
        naturalPersons = Array(categories?.words(meaning: .naturalPerson) ?? [])
        soleTraders = Array(categories?.words(meaning: .soleTrader) ?? [])
        fines = Array(kinds?.words(meaning: .fine) ?? [])
        confiscations = Array(kinds?.words(meaning: .confiscation) ?? [])
    }
}
