import CreditModel

/// What holds for records of persons in a role: nothing public, nothing that grades, told apart by the certificate alone.
extension ItemChecker {
    private static let gradingWords = ["积分", "记分", "评分", "得分", "分值", "等级", "评级", "信用分", "红名单", "黑名单", "排名"]

    func checkPersons() {
        if item.publication != .restricted {
            report(
                "publication",
                Bilingual(zh: "自然人的信息不得向社会公示", en: "records of persons are not published"),
                remedy: Bilingual(zh: "写 publication: restricted", en: "write publication: restricted")
            )
        }
        checkCertificate()
        checkKeys()
        for entry in entries {
            checkClosed(entry)
            checkWords(entry)
        }
    }

    private func checkCertificate() {
        let isRequired = item.roles.certificate.flatMap { item.field($0) }?.requirement == .required
        guard !isRequired else { return }
        report(
            "roles",
            Bilingual(
                zh: "自然人的事项要有必填的证件号码字段，并在 roles 里指为 certificate",
                en: "an item on persons needs a required field of a certificate number, named certificate under roles"
            ),
            remedy: Bilingual(
                zh: "添上 type: certificate-number、requirement: required 的字段",
                en: "add a field of type certificate-number with requirement: required"
            )
        )
    }

    private func checkKeys() {
        for key in ["subjectKinds", "content", "scheme", "tiers"] where map.has(key) {
            reportUse(of: key, at: key)
        }
        let roles = item.roles
        let used: [(key: String, field: String?)] = [
            ("grade", roles.grade), ("edition", roles.edition), ("points", roles.points), ("fine", roles.fine),
            ("confiscated", roles.confiscated), ("penaltyKinds", roles.penaltyKinds),
        ]
        for (key, field) in used where field != nil { reportUse(of: key, at: "roles") }
        for entry in entries where entry.field.type.id == "grade" { reportUse(of: "grade", at: "fields") }
    }

    private func reportUse(of key: String, at place: String) {
        report(
            place,
            Bilingual(zh: "自然人的事项不能有“\(key)”", en: "an item on persons has no “\(key)”"),
            remedy: Bilingual(
                zh: "删去；关于组织的事项才写，并去掉 personInRole",
                en: "remove it; only items on organisations have it, and they have no personInRole"
            )
        )
    }

    private func checkClosed(_ entry: FieldEntry) {
        guard entry.field.disclosure != .restricted else { return }
        map.log.add(
            entry.place(of: "disclosure"),
            Bilingual(
                zh: "自然人的事项里，字段“\(entry.field.id)”只能是 restricted",
                en: "in an item on persons the field “\(entry.field.id)” can only be restricted"
            ),
            remedy: Bilingual(zh: "写 disclosure: restricted", en: "write disclosure: restricted")
        )
    }

    private func checkWords(_ entry: FieldEntry) {
        let headings = [entry.field.heading] + entry.variants
        guard let word = Self.gradingWords.first(where: { word in headings.contains { $0.contains(word) } }) else {
            return
        }
        map.log.add(
            entry.place(of: "heading"),
            Bilingual(
                zh: "自然人的事项里，表头不得出现“\(word)”",
                en: "in an item on persons no heading may say “\(word)”"
            ),
            remedy: Bilingual(
                zh: "删去这个字段：本平台不给自然人评分、评级、排名",
                en: "remove the field: the platform gives no person a score, a grade or a rank"
            )
        )
    }
}
