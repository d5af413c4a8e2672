/// The two languages of every page, message and guide.
public enum Language: String, Sendable, CaseIterable {
    /// Chinese, which comes first.
    case zh
    /// English.
    case en
}

/// A text in Chinese and in English.
public struct Bilingual: Hashable, Sendable {
    /// The Chinese text.
    public let zh: String
    /// The English text.
    public let en: String

    /// A text from both its forms.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
