public import CreditModel

/// A law, regulation or rule by its number and article.
public struct LegalBasis: Sendable, Hashable {
    /// 国办发〔2020〕49号, 行政许可法 第四十条, and so on.
    public let title: Bilingual
    /// Since when it is in force, where known.
    public let since: Day?
    /// Its last day in force, where it was repealed.
    public let until: Day?
    /// Not yet verified by a person: shown as pending, may warn, never refuses.
    public let isPending: Bool
    /// The id of the law in the catalogue's register, where the basis names one.
    public let law: String?

    /// A basis from its parts.
    public init(title: Bilingual, since: Day?, isPending: Bool, law: String? = nil, until: Day? = nil) {
        self.title = title
        self.since = since
        self.isPending = isPending
        self.law = law
        self.until = until
    }
}
