/// What items may name: read before them.
struct References {
    let departments: [String: Department]
    let codeLists: [String: CodeList]
    let sections: Set<String>
}

extension FieldType {
    /// The code list that a choice is made from.
    var list: String? {
        switch self {
        case .choice(let list), .choices(let list): list
        default: nil
        }
    }

    /// The word for it in the catalogue's files.
    var id: String {
        switch self {
        case .text: "text"
        case .freeText: "free-text"
        case .day: "day"
        case .amount: "amount"
        case .choice: "choice"
        case .choices: "choices"
        case .grade: "grade"
        case .creditCode: "credit-code"
        case .authorityCode: "authority-code"
        case .authority: "authority"
        case .registrationNumber: "registration-number"
        case .organisationCode: "organisation-code"
        case .otherCode: "other-code"
        case .certificateNumber: "certificate-number"
        case .personName: "person-name"
        }
    }
}
