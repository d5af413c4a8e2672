import CreditCatalogue
import CreditModel

/// Looks authorities up by name, and remembers the last one, since a file mostly names the same.
struct AuthorityMemory {
    /// What the register says of a name on a day.
    enum Finding {
        /// No department ever bore it.
        case unknown
        /// Departments bore it, none on that day; in words who took over.
        case outsideYears(successors: Bilingual)
        /// The department that bore it on that day.
        case known(Department)
    }

    private let register: DepartmentRegister
    private var lastName = ""
    private var lastFound: [Department] = []

    init(_ register: DepartmentRegister) {
        self.register = register
    }

    mutating func look(up name: String, on day: Day) -> Finding {
        if name != lastName {
            lastName = name
            lastFound = register.named(name)
        }
        guard let first = lastFound.first else { return .unknown }
        if let department = lastFound.first(where: { $0.validity.contains(day) }) { return .known(department) }
        let successors = first.successors.compactMap { register[$0]?.name }
        return .outsideYears(
            successors: Bilingual(
                zh: successors.map(\.zh).joined(separator: "、"),
                en: successors.map(\.en).joined(separator: ", ")
            )
        )
    }
}
