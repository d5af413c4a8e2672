import CreditCatalogue

/// What a field of a made-up row is filled with, found from its role, its type and the words of its heading.
enum Filler: Sendable {
    case name, creditCode, registrationNumber, organisationCode, category
    case documentNumber, decidedOn, authority, authorityCode, source, sourceCode
    case validFrom, validUntil, shownUntil, endedOn
    case penaltyKinds, fine, confiscated, content
    case address, person, blank
    case documentTitle, certificateName, certificateNumber, scope, capital, formerName
    case offence, fact, basis, suspended, remark
    case institutionNumber, socialNumber, kind, division, cityName
    case noticeNumber, noticeDay, unrequired
    case commitmentCode, reason, liability, honour
    case openness([String])
    case status([String])
    case choice([CodeList.Value])
    case day, amount, example

    init(_ field: Field, at position: Int, roles: RoleIndexes, codeLists: [String: CodeList]) {
        self =
            Filler.byRole(position, roles, field, codeLists) ?? Filler.byType(field, codeLists)
            ?? Filler.byHeading(field.heading)
    }

    private static func byRole(
        _ position: Int,
        _ roles: RoleIndexes,
        _ field: Field,
        _ codeLists: [String: CodeList]
    ) -> Filler? {
        let words = { values(field, codeLists).map(\.text) }
        switch position {
        case roles.name: return .name
        case roles.creditCode: return .creditCode
        case roles.registrationNumber: return .registrationNumber
        case roles.organisationCode: return .organisationCode
        case roles.subjectCategory: return .category
        case roles.documentNumber: return field.heading.contains("编码") ? .commitmentCode : .documentNumber
        case roles.decidedOn: return .decidedOn
        case roles.authority: return .authority
        case roles.authorityCode: return .authorityCode
        case roles.source: return .source
        case roles.sourceCode: return .sourceCode
        case roles.validFrom: return .validFrom
        case roles.validUntil: return .validUntil
        case roles.shownUntil: return .shownUntil
        case roles.endedOn: return .endedOn
        case roles.penaltyKinds: return .penaltyKinds
        case roles.fine: return .fine
        case roles.confiscated: return .confiscated
        case roles.content: return .content
        case roles.address: return .address
        case roles.openness: return words().isEmpty ? nil : .openness(words())
        case roles.status: return words().isEmpty ? nil : .status(words())
        default:
            if case .requiredWhen = field.requirement { return .unrequired }
            return nil
        }
    }

    private static func byType(_ field: Field, _ codeLists: [String: CodeList]) -> Filler? {
        switch field.type {
        case .day: field.heading.contains("告知") ? .noticeDay : .day
        case .amount: .amount
        case .choice where field.heading.contains("证件"): .blank
        case .choice, .choices:
            .choice(values(field, codeLists).filter { !$0.takesRemark && $0.means != .naturalPerson })
        case .creditCode: .creditCode
        case .authorityCode: .sourceCode
        case .authority: .authority
        case .registrationNumber: .registrationNumber
        case .organisationCode: .organisationCode
        case .certificateNumber: .blank
        case .personName: .person
        case .otherCode: byCode(field.heading)
        case .grade: .blank
        case .text, .freeText: nil
        }
    }

    private static func byCode(_ heading: String) -> Filler {
        if heading.contains("事业单位") { return .institutionNumber }
        if heading.contains("社会组织") { return .socialNumber }
        if heading.contains("承诺") { return .commitmentCode }
        return .blank
    }

    private static func byHeading(_ heading: String) -> Filler {
        headings.first { heading.contains($0.word) }?.filler ?? .example
    }

    private static let headings: [(word: String, filler: Filler)] = [
        ("备注", .remark), ("告知", .noticeNumber), ("移出条件", .example), ("移出", .blank), ("主体类型", .kind), ("企业类型", .kind),
        ("行政区划", .division), ("城市", .cityName), ("承诺编码", .commitmentCode), ("曾用名", .formerName), ("证件", .blank),
        ("文书名称", .documentTitle),
        ("证书名称", .certificateName), ("许可编号", .certificateNumber), ("证书编号", .certificateNumber), ("范围", .scope),
        ("资本", .capital), ("资金", .capital), ("地址", .address), ("住所", .address), ("违法行为", .offence),
        ("事实", .fact), ("依据", .basis), ("暂扣", .suspended), ("称号", .honour), ("荣誉", .honour),
        ("责任", .liability), ("事由", .reason), ("原因", .reason), ("情形", .reason), ("内容", .content),
        ("认定单位", .source), ("受理单位", .source), ("登记机关", .authority),
    ]

    private static func values(_ field: Field, _ codeLists: [String: CodeList]) -> [CodeList.Value] {
        switch field.type {
        case .choice(let list), .choices(let list): codeLists[list]?.values ?? []
        default: []
        }
    }
}
