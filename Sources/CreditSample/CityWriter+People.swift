import CreditCatalogue
import CreditModel

extension CityWriter {
    /// Rows about people who do not exist: their numbers say that they were born before 1890.
    mutating func people(_ planned: PlannedFile) -> [RowDraft] {
        let drafts = maker.rows(of: planned, &streams[planned.stream], .plain, &random)
        let plan = streams[planned.stream].plan
        let division = catalogue.city.districts.first?.code ?? catalogue.city.division
        return drafts.map { draft in
            var draft = draft
            for (position, field) in plan.item.fields.enumerated() {
                switch field.type {
                case .certificateNumber:
                    draft.cells[position] = SyntheticCode.citizenNumber(division: division, &random)
                case .creditCode, .registrationNumber, .organisationCode: draft.cells[position] = ""
                default: break
                }
                if position == plan.roles.name, plan.item.fields.contains(where: { $0.type == .certificateNumber }) {
                    draft.cells[position] = random.word(Vocabulary.surnames) + random.word(Vocabulary.givenNames)
                }
                if position == plan.roles.subjectCategory { draft.cells[position] = RowWords.naturalPerson }
            }
            return draft
        }
    }
}
