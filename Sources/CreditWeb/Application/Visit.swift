import CreditCatalogue
import CreditModel

/// One visitor's call for a page: in which language, how large, on which day.
struct Visit: Sendable {
    let backstage: Backstage
    let language: Language
    let isLarge: Bool
    let today: Day
    let query: Query

    var catalogue: Catalogue { backstage.catalogue }

    /// One of two wordings.
    func say(_ zh: @autoclosure () -> HTML, _ en: @autoclosure () -> HTML) -> HTML {
        switch language {
        case .zh: zh()
        case .en: en()
        }
    }

    /// A text in the visitor's language.
    subscript(_ text: Bilingual) -> String { text[language] }

    /// A day as people write it.
    subscript(_ day: Day) -> String { day.written[language] }

    /// The address of a page in the visitor's language and size.
    func link(_ page: Page) -> String { Link.to(page, in: language, isLarge: isLarge) }

    /// A day as an element that programs can read too.
    func time(_ day: Day) -> HTML { "<time datetime=\"\(day.iso)\">\(self[day])</time>" }

    /// Words that are Chinese whatever the page's language: names, documents.
    func chinese(_ text: String) -> HTML {
        language == .zh || text.utf8.allSatisfy { $0 < 0x80 } ? "\(text)" : "<span lang=\"zh-Hans\">\(text)</span>"
    }

    /// A word that may be one of a code list's, in the visitor's language.
    func word(_ text: String) -> HTML {
        if language == .en, let english = backstage.english[text] { "\(english)" } else { chinese(text) }
    }
}
