import CreditCatalogue
import CreditExchange
import CreditModel

extension SubmissionDesk.HandedIn {
    /// Prints the receipts for people.
    func print(_ catalogue: Catalogue, _ language: Language) {
        for line in lines(catalogue, language) { Terminal.line(line) }
        unread.print(language)
    }
}
