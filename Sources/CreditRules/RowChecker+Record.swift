import CreditCatalogue
import CreditModel

/// Makes a record of a row whose cells were read.
extension RowChecker {
    var hasStrongKey: Bool {
        [roles.creditCode, roles.registrationNumber, roles.organisationCode]
            .contains { place in
                place.map { values[$0] != nil } ?? false
            }
    }

    func record() -> CreditRecord? {
        guard let name = text(at: roles.name), let decided = day(at: roles.decidedOn),
            let bearing = bearing(document(decided))
        else { return nil }
        let code = roles.creditCode.flatMap { text(at: $0) }.map { CreditCode(unchecked: $0) }
        return CreditRecord(
            item: item.id,
            subject: SubjectKeys(
                name: name,
                creditCode: code,
                registrationNumber: roles.registrationNumber.flatMap { text(at: $0) },
                organisationCode: roles.organisationCode.flatMap { text(at: $0) }
            ),
            bearing: bearing,
            decidedOn: decided,
            validFrom: roles.validFrom.flatMap { day(at: $0) },
            validUntil: roles.validUntil.flatMap { day(at: $0) },
            fields: fieldMap()
        )
    }

    func roleRecord() -> RoleRecord? {
        guard let name = text(at: roles.name), let certificate, let decided = day(at: roles.decidedOn),
            let bearing = bearing(document(decided))
        else { return nil }
        return RoleRecord(
            item: item.id,
            person: PersonInRole(name: name, certificate: certificate),
            bearing: bearing,
            decidedOn: decided,
            validFrom: roles.validFrom.flatMap { day(at: $0) },
            validUntil: roles.validUntil.flatMap { day(at: $0) },
            fields: fieldMap()
        )
    }

    private func document(_ decided: Day) -> DecisionDocument? {
        DecisionDocument(
            number: roles.documentNumber.flatMap { text(at: $0) } ?? "",
            authority: roles.authority.flatMap { text(at: $0) } ?? context.source?.name.zh ?? "",
            decidedOn: decided
        )
    }

    private func fieldMap() -> FieldMap {
        var fields: [FieldMap.Field] = []
        fields.reserveCapacity(fieldIDs.count)
        for (id, place) in fieldIDs {
            if let value = values[place] { fields.append(FieldMap.Field(id: id, value: value)) }
        }
        return FieldMap(sorted: fields)
    }

    private func bearing(_ document: DecisionDocument?) -> CreditRecord.Bearing? {
        switch item.polarity {
        case .neutral: return .neutral(document)
        case .favourable: return .favourable(document)
        case .adverse: return document.map { .adverse($0) }
        }
    }
}
