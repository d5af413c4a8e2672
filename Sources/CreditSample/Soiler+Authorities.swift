import CreditCatalogue
import CreditModel

extension Soiler {
    private var office: [Int?] { [plan.roles.authority, plan.roles.authorityCode, plan.roles.decidedOn] }

    func inventAuthority(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard let field = plan.roles.authority, isFree(field, draft), areUntouched(office, draft) else { return false }
        let district = random.choose(catalogue.city.districts)?.name.zh ?? ""
        let name = catalogue.city.name.zh + district + random.word(["联合审批专班", "综合执法第三大队", "行政审批服务科"])
        guard offices.register.named(name).isEmpty else { return false }
        write(name, field, .authorityUnknown, &draft, closing: office)
        return true
    }

    func outdateAuthority(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let day = draft.record.decidedOn
        let outdated = offices.register.all.filter { department in
            guard let last = department.validity.until else { return false }
            return last < day && hasLevel(department)
        }
        return name(random.choose(outdated), .authorityOutsideYears, &draft)
    }

    func lowerAuthority(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard let minimum = plan.item.minimumLevel else { return false }
        let day = draft.record.decidedOn
        let lower = offices.register.all.filter { department in
            department.validity.contains(day) && (department.level.map { $0 < minimum } ?? false)
        }
        return name(random.choose(lower), .authorityLevel, &draft)
    }

    func exchangeAuthorityCode(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard let field = plan.roles.authorityCode, isFree(field, draft), areUntouched(office, draft),
            plan.has(plan.roles.authority), let own = draft.record.authority.code,
            let other = random.choose(offices.register.all.compactMap(\.code).filter { $0 != own })
        else { return false }
        write(other, field, .authorityCodeMismatch, &draft, closing: office)
        return true
    }

    private func hasLevel(_ department: Department) -> Bool {
        guard let minimum = plan.item.minimumLevel, let level = department.level else { return true }
        return level >= minimum
    }

    /// Puts another authority's name, and its code, into a row.
    private func name(_ department: Department?, _ code: FaultCode, _ draft: inout RowDraft) -> Bool {
        guard let department, offices.isUnambiguous(department), let field = plan.roles.authority, isFree(field, draft),
            areUntouched(office, draft)
        else { return false }
        if let codeField = plan.roles.authorityCode, let code = department.code { draft.cells[codeField] = code }
        write(department.name.zh, field, code, &draft, closing: office)
        return true
    }
}
