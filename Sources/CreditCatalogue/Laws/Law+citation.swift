public import CreditModel

extension Law {
    /// The law as it is cited: its title, its number where it has one, and the article.
    public func citation(article: Bilingual?) -> Bilingual {
        Bilingual(
            zh: title.zh + (number.map { "（\($0.zh)）" } ?? "") + (article?.zh ?? ""),
            en: title.en + (number.map { " (\($0.en))" } ?? "") + (article.map { ", " + $0.en } ?? "")
        )
    }
}
