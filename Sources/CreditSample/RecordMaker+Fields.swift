import CreditCatalogue
import CreditModel

extension RecordMaker {
    /// What a field of a record holds before it is spelled.
    func value(of field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> String {
        switch plan.fillers[field] {
        case .name, .creditCode, .registrationNumber, .organisationCode, .category, .formerName, .person, .address,
            .scope,
            .capital, .institutionNumber, .socialNumber, .kind, .division, .unit, .unitCode, .certificate:
            subjectValue(of: field, facts, &random)
        case .decidedOn, .validFrom, .validUntil, .shownUntil, .endedOn, .day, .noticeDay:
            dayValue(of: field, facts, &random)?.iso ?? ""
        case .authority: facts.authority.name.zh
        case .authorityCode: offices.code(of: facts.authority)
        case .source: facts.source.name.zh
        case .sourceCode: offices.code(of: facts.source)
        case .penaltyKinds: facts.sanction?.kinds.joined(separator: String(SampleRecord.separator)) ?? ""
        case .fine: facts.sanction?.fine.map(String.init) ?? ""
        case .confiscated: facts.sanction?.confiscated.map(String.init) ?? ""
        case .openness(let words): words.first { $0.contains("社会公开") } ?? words.first ?? ""
        case .status(let words): random.chance(0.9) ? words.first ?? "" : random.word(words)
        case .choice(let values): isOptional(field) && random.chance(0.4) ? "" : choice(values, facts, &random)
        case .cityName: catalogue.city.name.zh
        case .grade: grade(facts, &random)
        case .edition: random.chance(0.5) ? facts.edition?.name.zh ?? "" : ""
        case .amount where plan.isSector: amount(of: field, &random)
        case .amount, .blank, .unrequired: ""
        default: textValue(of: field, facts, &random)
        }
    }

    /// A grade of the day; most are good ones.
    private func grade(_ facts: RecordFacts, _ random: inout RandomSource) -> String {
        let grades = facts.edition?.grades ?? []
        return random.chance(0.75)
            ? random.choose(Array(grades.prefix(2)))?.code ?? "" : random.choose(grades)?.code ?? ""
    }

    /// Whole yuan, round as such sums are; what is asked for is there, the rest now and then.
    private func amount(of field: Int, _ random: inout RandomSource) -> String {
        guard !isOptional(field) || random.chance(0.4) else { return "" }
        return String(random.within(2...99) * (random.choose([10_000, 100_000, 1_000_000, 10_000_000]) ?? 10_000))
    }

    private func isOptional(_ field: Int) -> Bool {
        if case .optional = plan.item.fields[field].requirement { true } else { false }
    }

    /// A choice that goes with the department or its level where one does; else mostly the first, as lists begin with the common.
    private func choice(_ values: [CodeList.Value], _ facts: RecordFacts, _ random: inout RandomSource) -> String {
        let own = values.first { Text.holds(String($0.text.prefix(2)), in: facts.source.name.zh) && $0.text.count > 4 }
        let level = facts.authority.level == .city ? values.first { $0.text == "市级" } : nil
        if let found = own ?? level { return found.text }
        return random.chance(0.7) ? values.first?.text ?? "" : random.choose(values)?.text ?? ""
    }

    private func subjectValue(of field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> String {
        let organisation = facts.organisation
        switch plan.fillers[field] {
        case .name: return facts.person?.name ?? facts.name
        case .certificate: return facts.person?.number ?? ""
        case .unit: return facts.name
        case .unitCode: return organisation.creditCode
        case .creditCode: return organisation.creditCode
        case .registrationNumber: return organisation.registrationNumber ?? ""
        case .organisationCode: return random.chance(0.3) ? organisation.organisationCode : ""
        case .category: return category(of: field, organisation)
        case .formerName: return facts.name == organisation.name ? organisation.formerName ?? "" : ""
        case .person: return organisation.representative
        case .address: return organisation.address
        case .scope: return organisation.scope
        case .kind: return RowWords.kind(organisation)
        case .division: return String(organisation.creditCode.dropFirst(2).prefix(6))
        case .capital: return "\(organisation.capital / 10_000)万元人民币"
        case .institutionNumber: return organisation.prefix == "12" ? institutionNumber(organisation) : ""
        case .socialNumber:
            return organisation.prefix.hasPrefix("5") ? "社证字第\(Text.padded(organisation.serial, to: 6))号" : ""
        default: return ""
        }
    }

    private func institutionNumber(_ organisation: SampleOrganisation) -> String {
        "1" + catalogue.city.division + Text.padded(organisation.serial % 100_000, to: 5)
    }

    private func category(of field: Int, _ organisation: SampleOrganisation) -> String {
        let wanted = organisation.isSoleTrader ? RowWords.soleTrader : RowWords.organisation
        let values: [CodeList.Value] =
            switch plan.item.fields[field].type {
            case .choice(let list), .choices(let list): catalogue.codeLists[list]?.values ?? []
            default: []
            }
        let found = values.first { $0.text == wanted || $0.aliases.contains(wanted) }
        let other = values.first { $0.means != .naturalPerson && !$0.takesRemark }
        return found?.text ?? other?.text ?? wanted
    }

    private func dayValue(of field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> Day? {
        switch plan.fillers[field] {
        case .decidedOn: return facts.decidedOn
        case .validFrom: return facts.validFrom
        case .validUntil: return facts.validUntil ?? (isOptional(field) ? nil : RowWords.forever)
        case .noticeDay: return facts.decidedOn.adding(days: -15)
        case .endedOn: return facts.endedOn
        case .day: return plan.isSector ? sectorDay(of: field, facts, &random) : nil
        case .shownUntil: return random.chance(0.5) ? facts.decidedOn.adding(months: 12) : nil
        default: return nil
        }
    }

    /// A day as far from the decision as the example's, about; what is past tense is never to come.
    private func sectorDay(of field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> Day? {
        guard let offset = plan.days.offset(of: field), !isOptional(field) || random.chance(0.6) else { return nil }
        let length = offset.magnitude < 4 ? offset : offset * random.within(80...125) / 100
        let day = facts.decidedOn.adding(days: length)
        let heading = plan.item.fields[field].heading
        guard day > facts.receivedOn, !["至", "截止", "期限", "时限", "期满"].contains(where: { heading.contains($0) })
        else { return day }
        return isOptional(field) ? nil : facts.receivedOn
    }

    private func textValue(of field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> String {
        switch plan.fillers[field] {
        case .documentNumber: return facts.documentNumber
        case .noticeNumber: return facts.documentNumber.replacing("列字", with: "告字")
        case .content: return content(facts, &random)
        case .documentTitle: return facts.licence?.document ?? ""
        case .certificateName: return facts.licence?.certificate ?? ""
        case .certificateNumber: return (facts.licence?.prefix ?? "XK") + Text.padded(facts.serial, to: 8)
        case .offence: return facts.offence?.kind ?? ""
        case .fact: return facts.offence?.fact ?? ""
        case .basis: return facts.offence?.basis ?? ""
        case .suspended: return facts.sanction?.content.contains("吊销") == true ? facts.licence?.certificate ?? "" : ""
        case .remark: return random.chance(0.07) ? random.word(RowWords.remarks) : ""
        case .commitmentCode: return commitmentCode(facts)
        case .reason: return reason(facts, &random)
        case .liability: return "违反承诺的，自愿接受依照法律法规作出的处理。"
        case .honour: return honour(facts)
        case .example where plan.isSector: return example(of: field, facts, &random)
        case .points: return example(of: field, facts, &random)
        case .endReason: return facts.endedOn == nil ? "" : random.word(RowWords.endReasons)
        case .endNumber: return facts.endedOn == nil ? "" : facts.documentNumber.replacing("号", with: "-1号")
        case .endAuthority: return facts.endedOn == nil ? "" : facts.authority.name.zh
        case .example where !isOptional(field) || random.chance(0.3): return plan.item.fields[field].example
        default: return ""
        }
    }

    private func example(of field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> String {
        let own = plan.item.fields[field]
        guard !isOptional(field) || random.chance(0.6) else { return "" }
        let year = facts.decidedOn.civil.year
        let isKey = plan.item.keyFields.contains(own.id) && ExampleText.pieces(own.example).count > 1
        let text = ExampleText(yearShift: year - (plan.days.year ?? year), latestYear: year, number: facts.serial)
            .vary(own, isKey: isKey, &random)
        return SyntheticCode.holdsCitizenNumber(text, on: facts.receivedOn) ? own.example : text
    }

    private func content(_ facts: RecordFacts, _ random: inout RandomSource) -> String {
        switch plan.archetype {
        case .penalty: facts.sanction?.content ?? ""
        case .licence:
            (facts.licence?.content ?? "准予从事申请的事项")
                + (random.chance(0.03) ? "。\n地址：" + facts.organisation.address : "。")
        case .commitment: facts.name + "承诺所提供的材料真实、准确，严格遵守法律法规，诚信经营。"
        case .honour: "授予" + facts.name + honour(facts) + "。"
        case .listEntry: reason(facts, &random)
        default: ""
        }
    }

    private func honour(_ facts: RecordFacts) -> String {
        "\(facts.decidedOn.civil.year)年度" + RowWords.honours[facts.serial % RowWords.honours.count]
    }

    private func reason(_ facts: RecordFacts, _ random: inout RandomSource) -> String {
        switch plan.archetype {
        case .commitment: "申请办理" + (facts.licence?.certificate ?? "行政许可证")
        default: random.word(RowWords.listReasons)
        }
    }

    /// Division, day and running number; numbers that would read as a citizen number are left out.
    private func commitmentCode(_ facts: RecordFacts) -> String {
        let head = catalogue.city.division + facts.decidedOn.iso.filter { $0 != "-" }
        var number = (offices.position(of: facts.source) * 4000 + facts.serial) % 100_000
        while SyntheticCode.holdsCitizenNumber(head + Text.padded(number, to: 6), on: facts.receivedOn) {
            number += 100_000
        }
        return head + Text.padded(number, to: 6)
    }

    /// What stands in a field that the other values make required.
    func forced(_ field: Int, _ facts: RecordFacts, _ random: inout RandomSource) -> String {
        let of = plan.item.fields[field]
        switch of.type {
        case .day: return facts.decidedOn.iso
        case .amount: return "1000000"
        case .choice(let list), .choices(let list):
            return catalogue.codeLists[list]?.values.first { !$0.takesRemark && $0.means != .naturalPerson }?
                .text ?? ""
        case .creditCode: return facts.organisation.creditCode
        case .organisationCode: return facts.organisation.organisationCode
        case .authority: return facts.authority.name.zh
        case .authorityCode: return offices.code(of: facts.authority)
        default: return Text.cut(of.example.isEmpty ? "详见相关文书" : of.example, to: of.maxLength)
        }
    }
}
