import CreditCatalogue
import CreditModel

extension Soiler {
    func blurAmount(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let found = candidates(draft, &random) { position, field in
            // Where the penalty's kinds ask for the amount, a reader might call it missing as well.
            if case .amount = field.type {
                draft.record.values[position].isEmpty && isOptional(position)
            } else {
                false
            }
        }
        guard let field = found.first, areUntouched([roles.penaltyKinds, roles.content], draft) else { return false }
        let cell = random.word(["约三千", "-0.5", "0.123456789012", "伍仟"])
        write(cell, field, .amountUnreadable, &draft, closing: [roles.penaltyKinds, roles.content])
        return true
    }

    func contradictText(_ draft: inout RowDraft) -> Bool {
        let roles = plan.roles
        guard let field = roles.fine, isFree(field, draft), isFree(roles.content, draft),
            let fine = draft.record.sanction?.fine,
            case .amount(let unit) = plan.item.fields[field].type
        else { return false }
        // Ten times too much: the slip that 万元 invites.
        let cell = style.spell(fen: fine * 10, unit: unit)
        write(cell, field, .amountContradictsText, &draft, closing: [roles.content, roles.penaltyKinds])
        return true
    }

    func omitAmount(_ draft: inout RowDraft, _ defect: Defect, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let isFine = defect == .fineMissing
        let amount = isFine ? draft.record.sanction?.fine : draft.record.sanction?.confiscated
        guard let field = isFine ? roles.fine : roles.confiscated, isFree(field, draft), isOptional(field),
            amount != nil,
            areUntouched([roles.content, roles.penaltyKinds], draft)
        else { return false }
        write(null(&random), field, .amountMissing, &draft, closing: [roles.content, roles.penaltyKinds])
        return true
    }
}
