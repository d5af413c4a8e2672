public import CreditModel

/// One instrument of the register of laws.
public struct Law: Sendable, Hashable {
    /// Its id: `guobanfa-2020-49`.
    public let id: String
    /// Its full title.
    public let title: Bilingual
    /// Its document number, where it has one: 国办发〔2020〕49号.
    public let number: Bilingual?
    /// What sort of instrument it is.
    public let kind: Kind
    /// The days on which it is in force; the beginning is `nil` where nobody has said it, which `CatalogueAudit` finds.
    public let validity: Validity
    /// Its number or its date was not verified by a person.
    public let isPending: Bool

    /// The sorts of instrument, by rank.
    public enum Kind: String, Sendable, CaseIterable {
        /// 法律.
        case law
        /// 行政法规.
        case regulation
        /// 地方性法规.
        case localRegulation = "local-regulation"
        /// 规章.
        case rule
        /// 规范性文件.
        case document
        /// 标准.
        case standard
    }

    /// A law from its parts.
    public init(id: String, title: Bilingual, number: Bilingual?, kind: Kind, validity: Validity, isPending: Bool) {
        self.id = id
        self.title = title
        self.number = number
        self.kind = kind
        self.validity = validity
        self.isPending = isPending
    }
}

extension Law.Kind {
    /// What it is called: 法律, 行政法规, and so on.
    public var name: Bilingual {
        switch self {
        case .law: Bilingual(zh: "法律", en: "law")
        case .regulation: Bilingual(zh: "行政法规", en: "administrative regulation")
        case .localRegulation: Bilingual(zh: "地方性法规", en: "local regulation")
        case .rule: Bilingual(zh: "规章", en: "rule")
        case .document: Bilingual(zh: "规范性文件", en: "normative document")
        case .standard: Bilingual(zh: "标准", en: "standard")
        }
    }
}
