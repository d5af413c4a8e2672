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
    case certificate, grade, edition, points, unit, unitCode
    case endReason, endNumber, endAuthority

    init(at position: Int, of item: Item, roles: RoleIndexes, codeLists: [String: CodeList]) {
        let field = item.fields[position]
        let isSector = SheetPlan.isSector(item)
        self =
            Filler.byRole(position, roles, field, codeLists, isSector)
            ?? (item.personRole == nil ? nil : Filler.ofPerson(field)) ?? Filler.byType(field, codeLists, isSector)
            ?? (isSector ? Filler.byExample(field, isEnding: roles.endedOn != nil) : Filler.byHeading(field.heading))
    }

    private static func byRole(
        _ position: Int,
        _ roles: RoleIndexes,
        _ field: Field,
        _ codeLists: [String: CodeList],
        _ isSector: Bool
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
        case roles.content: return isSector && !field.example.isEmpty ? .example : .content
        case roles.certificate: return .certificate
        case roles.grade: return .grade
        case roles.edition: return .edition
        case roles.points: return .points
        case roles.address: return .address
        case roles.openness: return words().isEmpty ? nil : .openness(words())
        case roles.status: return words().isEmpty ? nil : .status(words())
        default:
            if case .requiredWhen = field.requirement { return .unrequired }
            return nil
        }
    }

    private static func byType(_ field: Field, _ codeLists: [String: CodeList], _ isSector: Bool) -> Filler? {
        switch field.type {
        case .day: field.heading.contains("告知") && !isSector ? .noticeDay : .day
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
        case .otherCode: isSector && !field.example.isEmpty ? .example : byCode(field.heading)
        case .grade: .grade
        case .text, .freeText: nil
        }
    }

    /// The body that a person in a role works for.
    private static func ofPerson(_ field: Field) -> Filler? {
        guard field.type == .text, ["所在", "工作单位", "任职单位", "执业机构"].contains(where: { field.heading.contains($0) })
        else { return nil }
        if field.heading.contains("代码") { return .unitCode }
        return field.example.contains("示例") ? .unit : .example
    }

    /// A field of a sector's own: what its example says, if it has one; else what the end of an entry brings.
    private static func byExample(_ field: Field, isEnding: Bool) -> Filler {
        if field.heading.contains("备注") { return .remark }
        if !field.example.isEmpty { return .example }
        if isEnding, ["移出", "停止", "撤销", "解除", "退出"].contains(where: { field.heading.contains($0) }) {
            if field.heading.hasSuffix("号") { return .endNumber }
            if field.heading.hasSuffix("机关") { return .endAuthority }
            if ["事由", "原因", "理由"].contains(where: { field.heading.hasSuffix($0) }) { return .endReason }
        }
        return field.requirement == .required ? byHeading(field.heading) : .blank
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
