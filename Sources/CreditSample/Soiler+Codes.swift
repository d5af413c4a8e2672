import CreditCatalogue
import CreditModel

extension Soiler {
    private var keys: [Int?] {
        [plan.roles.creditCode, plan.roles.registrationNumber, plan.roles.organisationCode, plan.roles.subjectCategory]
    }

    func omitIdentity(_ draft: inout RowDraft, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let strong = [roles.creditCode, roles.registrationNumber, roles.organisationCode]
        guard let code = roles.creditCode, isFree(code, draft), areUntouched(keys, draft), strong.allSatisfy(isOptional)
        else {
            return false
        }
        for field in strong.compactMap(\.self) { draft.cells[field] = null(&random) }
        write(draft.cells[code], code, .identityMissing, &draft, closing: keys)
        return true
    }

    /// A code that is none.
    ///
    /// The row keeps a second key, so that nobody can say it had no key at all.
    func breakCode(_ draft: inout RowDraft, _ defect: Defect, _ random: inout RandomSource) -> Bool {
        let roles = plan.roles
        let organisation = draft.record.organisation
        guard let field = roles.creditCode, isFree(field, draft), areUntouched(keys, draft) else { return false }
        if let second = roles.registrationNumber, plan.has(second), let number = organisation.registrationNumber {
            draft.cells[second] = number
        } else if let second = roles.organisationCode, plan.has(second) {
            draft.cells[second] = organisation.organisationCode
        } else {
            return false
        }
        let code = organisation.creditCode
        switch defect {
        case .codeMalformed:
            let cell = random.chance(0.5) ? String(code.dropLast()) : code.prefix(8) + "O" + code.dropFirst(9)
            write(cell, field, .codeMalformed, &draft, closing: keys)
        case .codePlaceholder:
            let cell = random.word(["00000000000000000X", "000000000000000000", "111111111111111111"])
            write(cell, field, .codePlaceholder, &draft, closing: keys)
        default: write(Soiler.otherCheck(code), field, .codeCheck, &draft, closing: keys)
        }
        return true
    }

    /// A code that holds outside and is odd inside; it stands alone, so that no second key points elsewhere.
    func bendCode(_ draft: inout RowDraft, _ defect: Defect) -> Bool {
        let roles = plan.roles
        let organisation = draft.record.organisation
        guard let field = roles.creditCode, isFree(field, draft), areUntouched(keys, draft), !organisation.isSoleTrader,
            isOptional(roles.registrationNumber), isOptional(roles.organisationCode),
            let bent = defect == .codeInnerCheck ? innerBent(organisation) : categoryBent(organisation)
        else { return false }
        for other in [roles.registrationNumber, roles.organisationCode].compactMap(\.self) {
            draft.cells[other] = style.null
        }
        let code: FaultCode = defect == .codeInnerCheck ? .codeInnerCheck : .codeCategoryUnknown
        write(bent, field, code, &draft, closing: keys)
        return true
    }

    func swapCategory(_ draft: inout RowDraft) -> Bool {
        let roles = plan.roles
        let organisation = draft.record.organisation
        guard let code = roles.creditCode, isFree(code, draft), let category = roles.subjectCategory,
            isFree(category, draft),
            areUntouched(keys, draft), case .choice(let list) = plan.item.fields[category].type
        else { return false }
        guard plan.item.subjectKinds.contains(.soleTrader) else { return false }
        let word = organisation.isSoleTrader ? RowWords.organisation : RowWords.soleTrader
        guard catalogue.codeLists[list]?.values.contains(where: { $0.text == word }) == true else { return false }
        var values = draft.record.values
        values[category] = word
        guard values.indices.allSatisfy({ !values[$0].isEmpty || !plan.requires($0, given: values) }) else {
            return false
        }
        draft.cells[category] = word
        draft.faults.append(RowFault(field: code, code: .codeKindMismatch))
        touch(&draft, keys)
        return true
    }

    func breakAuthorityCode(_ draft: inout RowDraft) -> Bool {
        guard let field = plan.roles.authorityCode, isFree(field, draft), areUntouched([plan.roles.authority], draft)
        else {
            return false
        }
        let cell = Soiler.otherCheck(offices.code(of: draft.record.authority))
        write(cell, field, .codeCheck, &draft, closing: [plan.roles.authority])
        return true
    }

    func breakRegistrationNumber(_ draft: inout RowDraft) -> Bool {
        guard let field = plan.roles.registrationNumber, isFree(field, draft), areUntouched(keys, draft),
            let number = draft.record.organisation.registrationNumber
        else { return false }
        write(Soiler.otherDigit(number), field, .registrationNumberCheck, &draft, closing: keys)
        return true
    }

    func breakOrganisationCode(_ draft: inout RowDraft) -> Bool {
        guard let field = plan.roles.organisationCode, isFree(field, draft), areUntouched(keys, draft) else {
            return false
        }
        write(
            Soiler.otherDigit(draft.record.organisation.organisationCode),
            field,
            .organisationCodeCheck,
            &draft,
            closing: keys
        )
        return true
    }

    private func innerBent(_ organisation: SampleOrganisation) -> String? {
        let division = String(organisation.creditCode.dropFirst(2).prefix(6))
        let inner = Soiler.otherDigit(organisation.organisationCode)
        return SyntheticCode.creditCode(organisation.prefix, division: division, organisationCode: inner)
    }

    private func categoryBent(_ organisation: SampleOrganisation) -> String? {
        let prefix = ["54", "19", "98", "94"]
            .first { prefix in
                let bytes = Array(prefix.utf8)
                return !catalogue.identifiers.knows(bytes[0], bytes[1])
                    && plan.item.subjectKinds.contains(SubjectKind(registrar: bytes[0], category: bytes[1]))
            }
        return prefix.map { SyntheticCode.closed($0 + organisation.creditCode.dropFirst(2).prefix(15)) }
    }

    /// The code with another check character of the alphabet.
    static func otherCheck(_ code: String) -> String {
        code.dropLast() + (code.hasSuffix("A") ? "B" : "A")
    }

    /// The number with another last digit.
    static func otherDigit(_ number: String) -> String {
        number.dropLast() + (number.hasSuffix("7") ? "3" : "7")
    }
}
