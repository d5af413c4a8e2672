import CreditCatalogue
import CreditModel

/// An item in one of its layouts, with everything that is looked up per row found once.
struct SheetPlan: Sendable {
    let item: Item
    let template: Template
    let archetype: Archetype
    let roles: RoleIndexes
    let fillers: [Filler]
    /// The field of each column.
    let fieldOfColumn: [Int?]
    /// The column of each field.
    let columnOfField: [Int?]
    /// The fields that others' requirement depends on.
    let conditions: Set<Int>
    /// The scheme of its grades.
    let scheme: GradingScheme?
    /// The fields that hold grades.
    let grades: [Int]
    /// How the days of its examples lie.
    let days: ExampleDays
    /// Whether it is one of the many that a department sends now and then, in the catalogue's own form.
    let isSector: Bool

    init(_ item: Item, _ template: Template, _ catalogue: Catalogue) {
        self.item = item
        self.template = template
        archetype = Archetype(item)
        scheme = item.scheme.flatMap(catalogue.scheme)
        isSector = SheetPlan.isSector(item)
        let positions = Dictionary(
            item.fields.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let roles = RoleIndexes(item.roles, positions)
        self.roles = roles
        fillers = item.fields.indices.map { Filler(at: $0, of: item, roles: roles, codeLists: catalogue.codeLists) }
        grades = item.fields.indices.filter { if case .grade = item.fields[$0].type { true } else { false } }
        days = ExampleDays(item, decidedOn: roles.decidedOn)
        fieldOfColumn = template.columns.map { $0.field.flatMap { positions[$0] } }
        var columns = [Int?](repeating: nil, count: item.fields.count)
        for (column, field) in fieldOfColumn.enumerated() {
            if let field, columns[field] == nil { columns[field] = column }
        }
        columnOfField = columns
        conditions = Set(
            item.fields.compactMap { field in
                if case .requiredWhen(let other, _) = field.requirement { positions[other] } else { nil }
            }
        )
    }

    /// An item without layouts of its own, whose form the catalogue makes of its fields.
    static func isSector(_ item: Item) -> Bool {
        item.templates.map(\.id) == [item.id + "-form"]
    }

    /// Whom its records are about: whom the item allows, and of those whom such decisions usually meet.
    var subjectKinds: Set<SubjectKind> {
        let allowed = item.subjectKinds.isEmpty ? Set(SubjectKind.allCases) : item.subjectKinds
        let usual: Set<SubjectKind> =
            switch archetype {
            case .listEntry: allowed.intersection([.enterprise, .soleTrader, .cooperative])
            case .penalty: allowed.subtracting([.organ, .collective])
            case .personInRole: allowed.subtracting([.soleTrader, .collective, .cooperative])
            default: allowed
            }
        return usual.isEmpty ? allowed : usual
    }

    /// Whether the layout has a column for a field.
    func has(_ field: Int?) -> Bool {
        field.map { columnOfField[$0] != nil } ?? false
    }

    /// Whether every field that may not be empty has a column or a constant in the layout.
    var isComplete: Bool {
        item.fields.indices.allSatisfy { field in
            if case .optional = item.fields[field].requirement { return true }
            return columnOfField[field] != nil || template.constants[item.fields[field].id] != nil
        }
    }

    /// Whether a field must be filled, given the other values of its row in the lists' own words.
    func requires(_ field: Int, given values: [String]) -> Bool {
        switch item.fields[field].requirement {
        case .required: return true
        case .optional: return false
        case .requiredWhen(let other, let among):
            guard let position = item.fields.firstIndex(where: { $0.id == other }) else { return false }
            return values[position].split(separator: SampleRecord.separator)
                .contains { value in
                    among.contains { value == $0 || value.hasPrefix($0 + "-") }
                }
        }
    }
}

/// The roles of an item as positions among its fields.
struct RoleIndexes: Sendable {
    let name: Int?
    let creditCode: Int?
    let registrationNumber: Int?
    let organisationCode: Int?
    let subjectCategory: Int?
    let documentNumber: Int?
    let decidedOn: Int?
    let authority: Int?
    let authorityCode: Int?
    let source: Int?
    let sourceCode: Int?
    let validFrom: Int?
    let validUntil: Int?
    let shownUntil: Int?
    let endedOn: Int?
    let penaltyKinds: Int?
    let fine: Int?
    let confiscated: Int?
    let content: Int?
    let openness: Int?
    let address: Int?
    let status: Int?
    let certificate: Int?
    let grade: Int?
    let edition: Int?
    let points: Int?
    /// Every field that plays a part.
    let all: Set<Int>

    init(_ roles: Item.Roles, _ positions: [String: Int]) {
        func position(_ id: String?) -> Int? { id.flatMap { positions[$0] } }
        name = position(roles.name)
        creditCode = position(roles.creditCode)
        registrationNumber = position(roles.registrationNumber)
        organisationCode = position(roles.organisationCode)
        subjectCategory = position(roles.subjectCategory)
        documentNumber = position(roles.documentNumber)
        decidedOn = position(roles.decidedOn)
        authority = position(roles.authority)
        authorityCode = position(roles.authorityCode)
        source = position(roles.source)
        sourceCode = position(roles.sourceCode)
        validFrom = position(roles.validFrom)
        validUntil = position(roles.validUntil)
        shownUntil = position(roles.shownUntil)
        endedOn = position(roles.endedOn)
        penaltyKinds = position(roles.penaltyKinds)
        fine = position(roles.fine)
        confiscated = position(roles.confiscated)
        content = position(roles.content)
        openness = position(roles.openness)
        address = position(roles.address)
        status = position(roles.status)
        certificate = position(roles.certificate)
        grade = position(roles.grade)
        edition = position(roles.edition)
        points = position(roles.points)
        let keys = [name, creditCode, registrationNumber, organisationCode, subjectCategory, documentNumber, decidedOn]
        let offices = [authority, authorityCode, source, sourceCode]
        let days = [validFrom, validUntil, shownUntil, endedOn]
        let contents = [penaltyKinds, fine, confiscated, content, openness, address, status]
        let sector = [certificate, grade, edition, points]
        all = Set((keys + offices + days + contents + sector).compactMap(\.self))
    }
}
