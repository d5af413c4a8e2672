import CreditCatalogue
import CreditModel

extension Soiler {
    func misdate(_ draft: inout RowDraft, _ defect: Defect, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let found = candidates(draft, &random) { position, field in
            field.type == .day && position != roles.decidedOn && !plan.conditions.contains(position)
        }
        guard let field = found.first, areUntouched([roles.validFrom, roles.validUntil], draft) else { return false }
        let year = draft.record.decidedOn.civil.year
        let period = [roles.validFrom, roles.validUntil]
        if defect == .dateUnreadable {
            write(random.word(["不详", "待补充", "\(year)年春季"]), field, .dateUnreadable, &draft, closing: period)
        } else {
            let impossible = ["\(year)-02-30", "\(year)/06/31", "\(year)年2月30日", "\(year)0431", "\(year).11.31"]
            write(random.word(impossible), field, .dateImpossible, &draft, closing: period)
        }
        return true
    }

    func postdate(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        guard plan.archetype != .penalty, let field = roles.decidedOn, isFree(field, draft),
            areUntouched([roles.authority, roles.authorityCode] + plan.grades, draft)
        else { return false }
        let day = received.adding(days: 2 + random.below(20))
        guard plan.scheme?.edition(on: day)?.id == plan.scheme?.edition(on: draft.record.decidedOn)?.id,
            plan.item.sources.allSatisfy({ $0.validity.until == nil || $0.validity.contains(day) })
        else { return false }
        guard draft.record.authority.validity.contains(day), DayFaults.isCounted(day, plan.item, catalogue.calendar)
        else {
            return false
        }
        draft.termFault = nil
        write(
            style.spell(day),
            field,
            .dateInFuture,
            &draft,
            closing: [roles.authority, roles.authorityCode] + plan.grades
        )
        return true
    }

    func reversePeriod(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        guard let until = roles.validUntil, let from = roles.validFrom, isFree(until, draft), isFree(from, draft),
            let start = Day(iso: draft.record.values[from])
        else { return false }
        write(style.spell(start.adding(days: -1 - random.below(300))), until, .periodReversed, &draft, closing: [from])
        return true
    }
}
