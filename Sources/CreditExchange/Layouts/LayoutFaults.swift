import CreditCatalogue
import CreditModel

/// What is wrong with the tables of a layout as a whole.
struct LayoutFaults {
    private(set) var faults: [Fault] = []
    private(set) var refuses = false
    private let table: FaultTable

    init(_ plan: LayoutPlan, _ match: LayoutMatch, item: Item, catalogue: Catalogue, department: Department?) {
        table = catalogue.faults
        let layout = match.layout
        guard let main = match.main else { return }
        if case .withdrawn(let ground) = item.standing {
            add(.itemWithdrawn, "", ground)
            return
        }
        let sources = layout.departments.isEmpty ? item.sourceDepartments : layout.departments
        if let department, !sources.isEmpty, !sources.contains(department.id) {
            let names = sources.compactMap { catalogue.departments[$0]?.name }
            let detail = Bilingual(
                zh: names.map(\.zh).joined(separator: "、"),
                en: names.map(\.en).joined(separator: ", ")
            )
            add(.departmentNotSource, "", detail)
        }
        for (heading, field) in plan.missing where field.requirement == .required { add(.missingColumn, heading, nil) }
        for column in plan.unknown { add(.unknownColumn, main.headings[column], nil) }
    }

    private mutating func add(_ code: FaultCode, _ column: String, _ detail: Bilingual?) {
        if table[code].severity == .refuse { refuses = true }
        faults.append(Fault(row: 0, column: column, value: "", code: code, detail: detail))
    }
}
