public import CreditModel

/// The law as data: what may be recorded, by whom, on what ground, how long it is shown (decision 2).
///
/// A catalogue is loaded once from a folder of dated YAML, checked as a whole, and never changes afterwards. Nothing about
/// one city stands in the code: another folder is another city.
public struct Catalogue: Sendable {
    /// SHA-256 over the names and bytes of its files, in bytewise order of the names.
    public let digest: [UInt8]
    /// The city, its masthead and whom to turn to.
    public let city: City
    /// Departments of the city and outside authorities.
    public let departments: DepartmentRegister
    /// Days off and make-up working days by year.
    public let calendar: WorkingCalendar
    /// Registrars and categories of unified codes.
    public let identifiers: IdentifierTable
    /// Every fault: severity, words, ground and remedy.
    public let faults: FaultTable
    /// The code lists by id.
    public let codeLists: [String: CodeList]
    /// The items in the order of their files.
    public let items: [Item]
    /// The rules of publication, each with its years.
    public let publication: [PublicationRule]
    /// The ten sections of the national report, in order.
    public let sections: [FileSection]
    /// What names of organisations are made of; no words where the catalogue has no `names.yaml`.
    public let names: NameWords
    /// How departments' own exports become rows of items; none where the catalogue has no `layouts/`.
    public let layouts: [Layout]
    /// The register of instruments, in the order of their files; none where the catalogue keeps none.
    public let laws: [Law]
    /// Functions of government and the departments that exercised them in their years.
    public let functions: [DepartmentFunction]
    /// The grounds on which something is not public (clause 2.2).
    public let grounds: [DisclosureGround]
    /// The sectors' own schemes of grades.
    public let schemes: [GradingScheme]
    /// The plan that the platform carries out, clause by clause; `nil` where the catalogue has no `clauses.yaml`.
    public let plan: Plan?

    /// A catalogue from its parts; `CatalogueLoader` is how one is made from files.
    public init(
        digest: [UInt8],
        city: City,
        departments: DepartmentRegister,
        calendar: WorkingCalendar,
        identifiers: IdentifierTable,
        faults: FaultTable,
        codeLists: [String: CodeList],
        items: [Item],
        publication: [PublicationRule],
        sections: [FileSection],
        names: NameWords = .none,
        layouts: [Layout] = [],
        laws: [Law] = [],
        functions: [DepartmentFunction] = [],
        grounds: [DisclosureGround] = [],
        schemes: [GradingScheme] = [],
        plan: Plan? = nil
    ) {
        self.digest = digest
        self.city = city
        self.departments = departments
        self.calendar = calendar
        self.identifiers = identifiers
        self.faults = faults
        self.codeLists = codeLists
        self.items = items
        self.publication = publication
        self.sections = sections
        self.names = names
        self.layouts = layouts
        self.laws = laws
        self.functions = functions
        self.grounds = grounds
        self.schemes = schemes
        self.plan = plan
        lawsByID = Dictionary(laws.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        schemesByID = Dictionary(schemes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        headingIndex = HeadingIndex(items)
        let schemes = schemesByID
        adverseByItem = Dictionary(
            items.map { ($0.id, AdverseValues($0, codeLists: codeLists) { schemes[$0] }) },
            uniquingKeysWith: { first, _ in first }
        )
        self.itemsByID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where its things stand in its files; empty where it was not read from files.
    private(set) var places = CataloguePlaces()

    /// The catalogue with the places that its things were read from.
    func with(_ places: CataloguePlaces) -> Catalogue {
        var located = self
        located.places = places
        return located
    }

    let headingIndex: HeadingIndex
    private let itemsByID: [String: Item]
    private let adverseByItem: [String: AdverseValues]
    private let lawsByID: [String: Law]
    private let schemesByID: [String: GradingScheme]

    /// The item of an id, withdrawn ones included.
    public func item(_ id: String) -> Item? { itemsByID[id] }

    /// The values by which a record of an item speaks against its subject; `nil` where none does.
    public func adverseValues(of item: Item) -> AdverseValues? {
        adverseByItem[item.id].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The law of an id.
    public func law(_ id: String) -> Law? { lawsByID[id] }

    /// The grading scheme of an id.
    public func scheme(_ id: String) -> GradingScheme? { schemesByID[id] }

    /// The layout of an id.
    public func layout(_ id: String) -> Layout? { layouts.first { $0.id == id } }

    /// The code list that a field of an item is chosen from, or `nil` where there is no such field or it is not chosen.
    public func codeList(of field: String?, in item: Item) -> CodeList? {
        field.flatMap { item.field($0)?.type.list }.flatMap { codeLists[$0] }
    }

    /// The rule of publication that a decision of that day falls under, or `nil` where none is in the catalogue.
    public func publicationRule(on day: Day) -> PublicationRule? {
        publication.first { $0.validity.contains(day) }
    }
}
