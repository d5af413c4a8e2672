import CreditModel

/// A public field whose heading asks for a person's name or where to reach one, though its type does not say so (limit 1).
extension Auditor {
    private static let words = ["姓名", "联系人", "法定代表人", "负责人", "责任人", "经办人", "联系电话", "手机", "身份证", "住址", "户籍"]
    /// What makes a person of a heading a post, a number of people or a body.
    private static let plain = ["职务", "岗位", "人数", "单位", "部门"]

    mutating func auditPersons() {
        for item in catalogue.items where item.standing == .open && item.publication != .restricted {
            for field in item.fields
            where field.disclosure == .open && field.isWords && Auditor.asksForPerson(field.heading) {
                add(
                    .personPublic,
                    .field(field.id, of: item.id),
                    "heading",
                    Bilingual(
                        zh: "“\(field.heading)”像是自然人的信息，却向社会公开",
                        en: "“\(field.heading)” looks to be about a person, and is public"
                    ),
                    remedy: Bilingual(
                        zh: "写 disclosure: restricted，姓名的 type 写 person-name；确是岗位或单位的，改表头",
                        en:
                            "write disclosure: restricted, and person-name for a name; where it is a post or a body, change the heading"
                    )
                )
            }
        }
    }

    private static func asksForPerson(_ heading: String) -> Bool {
        words.contains(where: heading.contains) && !plain.contains(where: heading.contains)
    }
}

extension Field {
    /// Whether a cell of it holds words that nothing else is read from.
    fileprivate var isWords: Bool { type == .text || type == .freeText }
}
