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
        layouts: [Layout] = []
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
        self.itemsByID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private let itemsByID: [String: Item]

    /// The item of an id, withdrawn ones included.
    public func item(_ id: String) -> Item? { itemsByID[id] }

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

/// Days from one to another, both inclusive; an open end is `nil`.
public struct Validity: Hashable, Sendable {
    /// The first day, or `nil` for "since always".
    public let from: Day?
    /// The last day, or `nil` for "until further notice".
    public let until: Day?

    /// A validity from its ends.
    public init(from: Day?, until: Day?) {
        self.from = from
        self.until = until
    }

    /// Whether a day falls into it.
    public func contains(_ day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

/// The city whose platform this is.
public struct City: Sendable, Hashable {
    /// Its name, in both languages.
    public let name: Bilingual
    /// What stands at the head of the portal: 信用 and the name.
    public let masthead: Bilingual
    /// GB/T 2260 code of the city: `220400`.
    public let division: String
    /// Districts and counties by code.
    public let districts: [District]
    /// 主办单位.
    public let operatedBy: Bilingual
    /// 备案 number, where there is one.
    public let filingNumber: String?
    /// 网站标识码, where there is one.
    public let siteIdentifier: String?
    /// Where objections, repairs and reports are received until their desks open: text, address, telephone.
    public let contact: Contact
    /// Where the portal stands for the public, without a slash at its end: `https://credit.city.example`; `nil` until it is known.
    public let site: String?
    /// The name in the ledger's checkpoints: `credit.city.example/log`.
    public let ledgerOrigin: String

    /// A district or county.
    public struct District: Sendable, Hashable {
        /// GB/T 2260 code.
        public let code: String
        /// Its name, in both languages.
        public let name: Bilingual

        /// A district from its parts.
        public init(code: String, name: Bilingual) {
            self.code = code
            self.name = name
        }
    }

    /// Whom to turn to.
    public struct Contact: Sendable, Hashable {
        /// The office.
        public let office: Bilingual
        /// Where it is.
        public let address: Bilingual
        /// Its telephone.
        public let telephone: String
        /// When it is open.
        public let hours: Bilingual

        /// A contact from its parts.
        public init(office: Bilingual, address: Bilingual, telephone: String, hours: Bilingual) {
            self.office = office
            self.address = address
            self.telephone = telephone
            self.hours = hours
        }
    }

    /// A city from its parts.
    public init(
        name: Bilingual,
        masthead: Bilingual,
        division: String,
        districts: [District],
        operatedBy: Bilingual,
        filingNumber: String?,
        siteIdentifier: String?,
        contact: Contact,
        site: String? = nil,
        ledgerOrigin: String
    ) {
        self.name = name
        self.masthead = masthead
        self.division = division
        self.districts = districts
        self.operatedBy = operatedBy
        self.filingNumber = filingNumber
        self.siteIdentifier = siteIdentifier
        self.contact = contact
        self.site = site
        self.ledgerOrigin = ledgerOrigin
    }

    /// The district of a division code: one of its own, or the city as a whole.
    public func district(_ code: String) -> District? { districts.first { $0.code == code } }
}

/// A section of the credit file, in the order of the national report (公共信用信息报告标准 2022).
public struct FileSection: Sendable, Hashable {
    /// `registration`, `administration`, `honours`, and so on.
    public let id: String
    /// 登记注册基础信息, and so on.
    public let name: Bilingual

    /// A section from its parts.
    public init(id: String, name: Bilingual) {
        self.id = id
        self.name = name
    }
}

/// A list of the words a field may hold.
public struct CodeList: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// What it lists.
    public let name: Bilingual
    /// Its values in order.
    public let values: [Value]

    /// One value and the spellings read as it.
    public struct Value: Sendable, Hashable {
        /// The Chinese text, which is what systems exchange.
        public let text: String
        /// Its English reading.
        public let english: String
        /// Other spellings and codes read as this value.
        public let aliases: [String]
        /// Whether the value may go on with its own words (其他-注明).
        public let takesRemark: Bool
        /// What a rule takes it for, where one asks.
        public let means: Meaning?

        /// A value from its parts.
        public init(
            text: String,
            english: String,
            aliases: [String] = [],
            takesRemark: Bool = false,
            means: Meaning? = nil
        ) {
            self.text = text
            self.english = english
            self.aliases = aliases
            self.takesRemark = takesRemark
            self.means = means
        }
    }

    /// What a value may mean to a rule; its words are the catalogue's own.
    public enum Meaning: String, Sendable, CaseIterable {
        /// A fine: its amount is owed, and may move the tier.
        case fine
        /// A confiscation: its amount is owed.
        case confiscation
        /// A natural person, whose records are refused (limits 1 and 3).
        case naturalPerson = "natural-person"
        /// A sole trader, whose unified codes are of a kind of their own.
        case soleTrader = "sole-trader"
        /// Declared open to the public.
        case open = "public"
    }

    /// The texts of the values that mean something.
    public func words(meaning: Meaning) -> Set<String> { Set(values.filter { $0.means == meaning }.map(\.text)) }

    /// Whether a word of the list means something.
    public func means(_ meaning: Meaning, _ word: String) -> Bool {
        values.contains { $0.means == meaning && $0.text == word }
    }

    /// A list from its parts.
    public init(id: String, name: Bilingual, values: [Value]) {
        self.id = id
        self.name = name
        self.values = values
    }
}

/// A law, regulation or rule by its number and article.
public struct LegalBasis: Sendable, Hashable {
    /// 国办发〔2020〕49号, 行政许可法 第四十条, and so on.
    public let title: Bilingual
    /// Since when it is in force, where known.
    public let since: Day?
    /// Not yet verified by a person: shown as pending, may warn, never refuses.
    public let isPending: Bool

    /// A basis from its parts.
    public init(title: Bilingual, since: Day?, isPending: Bool) {
        self.title = title
        self.since = since
        self.isPending = isPending
    }
}
