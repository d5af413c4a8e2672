/// What items may name: read before them.
struct References {
    var departments: [String: Department] = [:]
    var codeLists: [String: CodeList] = [:]
    var sections: Set<String> = []
    var laws: [String: Law] = [:]
    var functions: [String: DepartmentFunction] = [:]
    var grounds: Set<String> = []
    var schemes: [String: GradingScheme] = [:]
    var blocks: [String: FieldBlock] = [:]
    /// The ids of the rules of publication.
    var rules: [String] = []
}

extension FieldType {
    /// The code list that a choice is made from.
    var list: String? {
        switch self {
        case .choice(let list), .choices(let list): list
        default: nil
        }
    }

    /// The words of all types.
    static let words = [
        "text", "free-text", "day", "amount", "choice", "choices", "grade", "credit-code", "authority-code",
        "authority",
        "registration-number", "organisation-code", "other-code", "certificate-number", "person-name",
    ]

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
