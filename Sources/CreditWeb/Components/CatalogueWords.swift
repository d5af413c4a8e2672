import CreditCatalogue
import CreditModel

/// What a field holds and whether it may be empty, in words.
struct FieldWords: Sendable {
    let visit: Visit
    let field: Field
    let item: Item

    var type: HTML {
        let length = field.maxLength
        return switch field.type {
        case .text: visit.say("文字，\(length) 字以内", "Text, up to \(length)")
        case .freeText: visit.say("文字，\(length) 字以内，个人号码遮蔽", "Text, up to \(length); personal numbers masked")
        case .day: visit.say("日期", "Date")
        case .amount(let unit):
            unit == 1_000_000 ? visit.say("金额（万元）", "Amount (CNY 10,000)") : visit.say("金额（元）", "Amount (CNY)")
        case .choice(let list): choices(list, visit.say("选一项：", "One of: "))
        case .choices(let list): choices(list, visit.say("选一项或几项：", "Some of: "))
        case .grade(let scheme): grades(visit.catalogue.scheme(scheme))
        case .creditCode, .authorityCode: visit.say("统一社会信用代码，18 位", "Unified code, 18 characters")
        case .authority: visit.say("机关名称", "Name of an authority")
        case .registrationNumber: visit.say("工商注册号", "Registration number")
        case .organisationCode: visit.say("组织机构代码", "Organisation code")
        case .otherCode: visit.say("编号，\(length) 字以内", "Number, up to \(length)")
        case .certificateNumber: visit.say("证件号码，只存遮蔽形式", "Certificate number, kept masked")
        case .personName: visit.say("姓名", "Name of a person")
        }
    }

    private func grades(_ scheme: GradingScheme?) -> HTML {
        let grades = scheme?.editions.last?.grades ?? []
        return visit.say("等级：", "Grade: ")
            + grades.map { grade -> HTML in "\(visit[grade.name])" }.joined(separator: visit.say("、", ", "))
    }

    private func choices(_ list: String, _ lead: HTML) -> HTML {
        let values = visit.catalogue.codeLists[list]?.values ?? []
        return lead
            + values.map { value -> HTML in "\(visit.language == .zh ? value.text : value.english)" }
            .joined(separator: visit.say("、", ", "))
    }

    var requirement: HTML {
        switch field.requirement {
        case .required: visit.say("必填", "Yes")
        case .optional: visit.say("选填", "No")
        case .requiredWhen(let other, let among):
            visit.say(
                "“\(item.field(other)?.heading ?? other)”为\(among.joined(separator: "、"))时必填",
                "When \(item.field(other)?.label ?? other) is \(visit.chinese(among.joined(separator: "、")))"
            )
        }
    }
}

extension DisclosureClass {
    /// Whether the public may see it, in a word.
    var name: Bilingual {
        switch self {
        case .open: Bilingual(zh: "公开", en: "Yes")
        case .shared: Bilingual(zh: "政务共享", en: "Agencies only")
        case .restricted: Bilingual(zh: "不公开", en: "No")
        }
    }
}

extension AuthorityLevel {
    /// What a level is called.
    var name: Bilingual {
        switch self {
        case .township: Bilingual(zh: "乡镇级", en: "township")
        case .county: Bilingual(zh: "县级", en: "county")
        case .city: Bilingual(zh: "市级", en: "city")
        case .province: Bilingual(zh: "省级", en: "province")
        case .national: Bilingual(zh: "国家级", en: "national")
        }
    }
}
