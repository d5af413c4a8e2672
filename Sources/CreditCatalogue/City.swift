public import CreditModel

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
