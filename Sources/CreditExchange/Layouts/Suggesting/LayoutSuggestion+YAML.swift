public import CreditModel

extension LayoutSuggestion {
    /// The draft as a file of `layouts/`, its reasons and doubts as comments in one language; no cell of a person stands in it.
    public func yaml(id: String, in language: Language) -> String {
        let writer = DraftWriter(suggestion: self, language: language)
        return writer.text(id: id)
    }
}
