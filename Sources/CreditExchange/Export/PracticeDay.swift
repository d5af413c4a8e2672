import CreditCatalogue
import CreditModel

/// The day of a practice workbook's decisions, and what of an item's examples does not hold on it: the examples are of other
/// years, with the departments and the grades of those years.
struct PracticeDay {
    /// The day wanted, or the last one before it for which the item's scheme has grades.
    let day: Day
    private let item: Item
    private let catalogue: Catalogue

    init(_ item: Item, _ catalogue: Catalogue, _ wanted: Day) {
        self.item = item
        self.catalogue = catalogue
        let editions = item.scheme.flatMap(catalogue.scheme)?.editions ?? []
        let ends = editions.compactMap(\.validity.until).filter { $0 < wanted }
        day = editions.isEmpty || editions.contains { $0.validity.contains(wanted) } ? wanted : ends.max() ?? wanted
    }

    /// Cells to be written in place of the examples.
    func changes(of cells: [String: String]) -> [String: String] {
        grades(cells).merging(authority(cells)) { grade, _ in grade }
    }

    private func grades(_ cells: [String: String]) -> [String: String] {
        guard let edition = item.scheme.flatMap(catalogue.scheme)?.edition(on: day), let first = edition.grades.first
        else { return [:] }
        let fields = item.fields.filter { if case .grade = $0.type { true } else { false } }.map(\.id)
        let outdated = fields.filter { cells[$0].flatMap(edition.grade(writtenAs:)) == nil }
        return Dictionary(outdated.map { ($0, first.code) }, uniquingKeysWith: { one, _ in one })
    }

    /// Whoever decides now where the example's authority is no more: one that took over its duties, or that may send the item.
    private func authority(_ cells: [String: String]) -> [String: String] {
        guard let field = item.roles.authority, let name = cells[field],
            let example = catalogue.departments.named(name, on: day), !example.validity.contains(day),
            let heir = heirs(of: example).first(where: { $0.validity.contains(day) && isHighEnough($0) })
        else { return [:] }
        var changed = [field: heir.name.zh]
        if let code = item.roles.authorityCode, cells[code] != nil { changed[code] = heir.code ?? "" }
        return changed
    }

    private func heirs(of department: Department) -> [Department] {
        let sources = item.sources.filter { $0.validity.contains(day) }.map(\.department)
        return (department.successors + sources).compactMap { catalogue.departments[$0] }
    }

    private func isHighEnough(_ department: Department) -> Bool {
        guard let minimum = item.minimumLevel, let level = department.level else { return true }
        return level >= minimum
    }
}
