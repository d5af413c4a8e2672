import CreditCatalogue
import CreditModel

/// The days of the decisions that the department which hands in may send, looked up once a sheet.
struct SourceYears {
    private let own: [Validity]
    private let all: [Item.Source]
    private let departments: DepartmentRegister
    /// Whether there is anything to check.
    let areLimited: Bool

    init(_ context: AdmissionContext) {
        all = context.item.sources
        departments = context.catalogue.departments
        own =
            context.source.map { source in
                context.item.sources.filter { $0.department == source.id }.map(\.validity)
            } ?? []
        areLimited = !own.isEmpty && !own.contains(Validity(from: nil, until: nil))
    }

    func contain(_ day: Day) -> Bool { own.contains { $0.contains(day) } }

    /// Who answered for the item on a day, in words.
    func others(on day: Day) -> Bilingual? {
        let names = all.filter { $0.validity.contains(day) }.compactMap { departments[$0.department]?.name }.prefix(4)
        guard !names.isEmpty else { return nil }
        return Bilingual(
            zh: names.map(\.zh).joined(separator: "、"),
            en: names.map(\.en).joined(separator: ", ")
        )
    }
}
