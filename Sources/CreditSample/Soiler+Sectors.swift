import CreditCatalogue
import CreditModel

extension Soiler {
    /// A word that no edition has as a grade.
    func inventGrade(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard let edition = plan.scheme?.edition(on: draft.record.decidedOn) else { return false }
        let word = random.shuffled(["待定", "不定级", "AAAAAA", "Z"]).first { edition.grade(writtenAs: $0) == nil }
        return regrade(word, &draft, &random)
    }

    /// A grade that another edition had.
    func exchangeEdition(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard let scheme = plan.scheme, let edition = scheme.edition(on: draft.record.decidedOn) else { return false }
        let spellings = Set(edition.grades.flatMap { [$0.code, $0.name.zh] }.map { $0.uppercased() })
        let others = scheme.editions.flatMap(\.grades).map(\.code).filter { !spellings.contains($0.uppercased()) }
        return regrade(random.choose(others), &draft, &random)
    }

    private func regrade(_ word: String?, _ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard let word, let field = random.choose(plan.grades), isFree(field, draft),
            areUntouched([plan.roles.decidedOn], draft)
        else { return false }
        write(word, field, .gradeNotInScheme, &draft, closing: [plan.roles.decidedOn])
        return true
    }

    /// The code of a subject that the item is not about, such as a sole trader's among grades (limit 1).
    func exchangeKind(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let keys = [roles.creditCode, roles.registrationNumber, roles.organisationCode, roles.subjectCategory]
        let allowed = plan.item.subjectKinds
        guard !allowed.isEmpty, let field = roles.creditCode, isFree(field, draft), areUntouched(keys, draft),
            isOptional(roles.registrationNumber), isOptional(roles.organisationCode),
            let prefix = ["92", "91", "N2", "51", "12", "11", "93"].first(where: { isStrange($0, allowed) })
        else { return false }
        let category = roles.subjectCategory
        let word = category.flatMap { self.word(isTrader: prefix == "92", $0) }
        guard category == nil || word != nil, areRequirementsKept(category, word, draft) else { return false }
        if let category, let word { draft.cells[category] = word }
        for other in [roles.registrationNumber, roles.organisationCode].compactMap(\.self) {
            draft.cells[other] = style.null
        }
        let organisation = draft.record.organisation
        let division = String(organisation.creditCode.dropFirst(2).prefix(6))
        let code = SyntheticCode.creditCode(prefix, division: division, organisationCode: organisation.organisationCode)
        write(code, field, .subjectKind, &draft, closing: keys)
        return true
    }

    private func isStrange(_ prefix: String, _ allowed: Set<SubjectKind>) -> Bool {
        let bytes = Array(prefix.utf8)
        return catalogue.identifiers.knows(bytes[0], bytes[1])
            && !allowed.contains(SubjectKind(registrar: bytes[0], category: bytes[1]))
    }

    private func word(isTrader: Bool, _ category: Int) -> String? {
        guard case .choice(let list) = plan.item.fields[category].type else { return nil }
        return catalogue.codeLists[list]?.values
            .first { isTrader ? $0.means == .soleTrader : $0.means == nil && !$0.takesRemark }?
            .text
    }

    /// Whether another category asks for no more fields than are filled.
    private func areRequirementsKept(_ category: Int?, _ word: String?, _ draft: RowDraft) -> Bool {
        guard let category, let word else { return true }
        var values = draft.record.values
        values[category] = word
        return values.indices.allSatisfy { !values[$0].isEmpty || !plan.requires($0, given: values) }
    }

    /// A person in a role whose number is not there, as Excel rounded it, or with asterisks: nobody can say who it is.
    func breakCertificate(_ draft: inout RowDraft, _ defect: Defect, _ random: inout RandomSource) -> Bool {
        guard plan.item.personRole != nil, let field = plan.roles.certificate, isFree(field, draft),
            let number = draft.record.person?.number
        else { return false }
        let rounded = String(number.prefix(1) + "." + number.dropFirst().prefix(5) + "E+17")
        switch defect {
        case .certificateMissing: draft.cells[field] = null(&random)
        case .certificateMasked:
            write("\(number.prefix(6))********\(number.suffix(4))", field, .maskedNumber, &draft)
        default:
            let other = number.hasSuffix("7") ? "3" : "7"
            write(random.chance(0.5) ? rounded : String(number.dropLast() + other), field, .certificateCheck, &draft)
        }
        draft.faults.append(RowFault(field: field, code: .requiredMissing))
        touch(&draft, [field])
        return true
    }
}
