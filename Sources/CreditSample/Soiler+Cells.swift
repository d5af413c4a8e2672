import CreditCatalogue
import CreditModel

extension Soiler {
    func omitRequired(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let apart = Set(
            [
                roles.creditCode, roles.documentNumber, roles.subjectCategory, roles.decidedOn, roles.authority,
                roles.authorityCode,
                roles.penaltyKinds, roles.fine, roles.confiscated, roles.content, roles.validFrom,
            ]
            .compactMap(\.self)
        )
        let found = candidates(draft, &random) { position, field in
            field.requirement == .required && !apart.contains(position) && !plan.conditions.contains(position)
                && field.type != .registrationNumber && field.type != .organisationCode && field.type != .creditCode
        }
        guard let field = found.first else { return false }
        write(null(&random), field, .requiredMissing, &draft)
        return true
    }

    func omitDocument(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard plan.item.polarity == .adverse, let field = plan.roles.documentNumber, isFree(field, draft) else {
            return false
        }
        write(null(&random), field, .documentMissing, &draft)
        return true
    }

    func lengthen(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let found = candidates(draft, &random) { position, field in
            (field.isWords || field.type == .personName) && field.maxLength <= 600 && isWithoutConsequence(position)
        }
        guard let field = found.first else { return false }
        let length = plan.item.fields[field].maxLength + 1 + random.below(5)
        let sentence = "此处粘贴了整段说明文字，"
        let repeated = String(repeating: sentence, count: length / sentence.count + 1)
        write(String(repeated.prefix(length)), field, .tooLong, &draft)
        return true
    }

    func leaveList(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let found = candidates(draft, &random) { position, field in
            guard case .choice = field.type else { return false }
            return position != plan.roles.subjectCategory && !plan.conditions.contains(position)
        }
        guard let field = found.first, case .choice(let list) = plan.item.fields[field].type,
            let values = catalogue.codeLists[list]?.values,
            let word = ["见附件", "甲类", "待核"]
                .first(where: { word in
                    !values.contains { $0.text == word || $0.aliases.contains(word) }
                })
        else { return false }
        write(word, field, .notInCodeList, &draft)
        return true
    }

    func addPersonalNumber(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let found = candidates(draft, &random) { position, field in
            field.isWords && field.maxLength >= 60 && isWithoutConsequence(position) && position != plan.roles.name
        }
        guard let field = found.first else { return false }
        let division = catalogue.city.districts.first?.code ?? catalogue.city.division
        let number = SyntheticCode.citizenNumber(division: division, &random)
        write("联系人身份证号" + number + "，已核对", field, .personalNumber, &draft)
        return true
    }

    func garble(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let found = candidates(draft, &random) { position, field in
            field.isWords && field.maxLength >= 20 && isWithoutConsequence(position) && position != plan.roles.name
        }
        guard let field = found.first else { return false }
        let mark: String
        switch style.container {
        // XML holds no control characters, and GB 18030 has no use for the replacement character.
        case .xlsx: mark = "\u{FFFD}"
        case .csv(.gb18030, _): mark = "\u{7}"
        case .csv: mark = random.chance(0.5) ? "\u{FFFD}" : "\u{7}"
        }
        write("办理" + mark + "事项", field, .textUnreadable, &draft)
        return true
    }

    func widen(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let found = candidates(draft, &random) { position, field in
            guard !draft.record.values[position].isEmpty else { return false }
            switch field.type {
            case .creditCode, .authorityCode, .registrationNumber, .organisationCode, .otherCode, .amount: return true
            case .day: return Day(iso: draft.record.values[position]).map { $0 < RowWords.forever } ?? false
            default: return false
            }
        }
        guard let field = found.first(where: { Text.fullWidth(draft.cells[$0]) != draft.cells[$0] }) else {
            return false
        }
        write(Text.fullWidth(draft.cells[field]), field, .fullWidth, &draft)
        return true
    }

    func turnNaturalPerson(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        guard draft.touched.isEmpty, let category = plan.roles.subjectCategory, isFree(category, draft) else {
            return false
        }
        let division = catalogue.city.districts.first?.code ?? catalogue.city.division
        for (position, field) in plan.item.fields.enumerated() {
            switch field.type {
            case .certificateNumber: draft.cells[position] = SyntheticCode.citizenNumber(division: division, &random)
            case .creditCode, .registrationNumber, .organisationCode: draft.cells[position] = style.null
            default: break
            }
        }
        if let name = plan.roles.name {
            draft.cells[name] = random.word(Vocabulary.surnames) + random.word(Vocabulary.givenNames)
        }
        write(RowWords.naturalPerson, category, .naturalPersonRow, &draft, closing: Array(plan.item.fields.indices))
        draft.termFault = nil
        draft.tierFault = nil
        return true
    }

    func widenRow(_ draft: inout RowDraft) -> Bool {
        guard draft.touched.isEmpty else { return false }
        draft.beyond = ["", "多填的一格"]
        draft.faults = [RowFault(field: nil, code: .rowTooWide)]
        draft.termFault = nil
        draft.tierFault = nil
        touch(&draft, Array(plan.item.fields.indices))
        return true
    }

    /// Whether a text's content decides nothing: no key, no role, no condition, no amount read from it.
    private func isWithoutConsequence(_ position: Int) -> Bool {
        let field = plan.item.fields[position]
        let isPlain = position == plan.roles.name || !plan.roles.all.contains(position)
        return isPlain && !plan.conditions.contains(position) && !plan.item.keyFields.contains(field.id)
    }
}
