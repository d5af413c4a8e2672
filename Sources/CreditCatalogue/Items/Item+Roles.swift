extension Item {
    /// Which fields play the parts that every record has; ids of fields.
    public struct Roles: Sendable, Hashable {
        /// The subject's name.
        public var name: String
        /// Its unified code.
        public var creditCode: String?
        /// Its registration number.
        public var registrationNumber: String?
        /// Its organisation code.
        public var organisationCode: String?
        /// 行政相对人类别.
        public var subjectCategory: String?
        /// The number of the deciding document.
        public var documentNumber: String?
        /// The day that chooses the rules.
        public var decidedOn: String
        /// The deciding authority's name.
        public var authority: String?
        /// The deciding authority's unified code.
        public var authorityCode: String?
        /// The department that hands in.
        public var source: String?
        /// Its unified code.
        public var sourceCode: String?
        /// The first day of validity.
        public var validFrom: String?
        /// The last day of validity.
        public var validUntil: String?
        /// The field that says in a line what the record is.
        public var title: String?
        /// 公示截止期: the department's own last day shown.
        public var shownUntil: String?
        /// The day on which a list entry ended.
        public var endedOn: String?
        /// 处罚类别: chooses the tier.
        public var penaltyKinds: String?
        /// 罚款金额.
        public var fine: String?
        /// 没收金额.
        public var confiscated: String?
        /// 处罚内容: amounts written in it are compared.
        public var content: String?
        /// 公开类型.
        public var openness: String?
        /// The subject's address, from registration data.
        public var address: String?
        /// Its status (存续 …), from registration data.
        public var status: String?

        /// A person's certificate number, by which alone the person is told apart; only in items on persons in a role.
        public var certificate: String?
        /// The grade by the sector's own scheme.
        public var grade: String?
        /// The edition of the scheme, as the sender names it.
        public var edition: String?
        /// The sector's own points, as text; no number is made of them.
        public var points: String?

        /// Roles with the two that every item has.
        public init(name: String, decidedOn: String) {
            self.name = name
            self.decidedOn = decidedOn
        }
    }
}
