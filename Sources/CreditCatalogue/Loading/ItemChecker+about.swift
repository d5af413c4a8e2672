import CreditModel

/// What an item may say depends on whom it is about (limits 1 and 6).
extension ItemChecker {
    func checkAbout() {
        switch item.about {
        case .personInRole: checkPersons()
        case .organisations(let kinds, let content):
            checkContent(content)
            checkKinds(kinds, content)
        }
        checkRegister()
    }

    /// What names an organisation says nothing for or against it, and a person is named by nothing.
    private func checkRegister() {
        guard item.isRegister, item.personRole != nil || item.polarity != .neutral else { return }
        report(
            "register",
            Bilingual(zh: "登记事项是关于组织的中性事实", en: "a register holds neutral facts about organisations"),
            remedy: Bilingual(
                zh: "删去 register，或更正 polarity、personInRole",
                en: "remove register, or correct polarity or personInRole"
            )
        )
    }

    private func checkContent(_ content: Item.Content) {
        switch content {
        case .fact: break
        case .grade: checkGrade()
        case .listing: checkListing()
        case .points:
            if item.roles.points == nil { reportRole("points", zh: "记分", en: "points") }
        }
        var misplaced: [(key: String, isThere: Bool)] = []
        if case .grade = content {
        } else {
            misplaced += [("scheme", map.has("scheme")), ("grade", item.roles.grade != nil)]
            for entry in entries where entry.field.type.id == "grade" { reportGrade(entry) }
        }
        if content != .points { misplaced.append(("points", item.roles.points != nil)) }
        for (key, isThere) in misplaced where isThere {
            let content = key == "points" ? "points" : "grade"
            report(
                key == "scheme" ? "scheme" : "roles",
                Bilingual(zh: "“\(key)”只用于 content: \(content)", en: "“\(key)” is for content: \(content)"),
                remedy: Bilingual(zh: "写上 content: \(content)，或删去", en: "write content: \(content), or remove it")
            )
        }
    }

    private func reportGrade(_ entry: FieldEntry) {
        map.log.add(
            entry.place(of: "type"),
            Bilingual(
                zh: "字段“\(entry.field.id)”是等级，事项却不是 content: grade",
                en: "the field “\(entry.field.id)” is a grade, but the item is not content: grade"
            ),
            remedy: Bilingual(
                zh: "写 content: grade 和 scheme，或更正 type",
                en: "write content: grade and scheme, or correct the type"
            )
        )
    }

    private func checkGrade() {
        map.demand("scheme")
        if item.roles.grade == nil { reportRole("grade", zh: "等级", en: "grades") }
        if item.roles.validUntil == nil { reportRole("validUntil", zh: "等级", en: "grades") }
        demandPublication([.validity, .restricted], zh: "等级", en: "grades")
    }

    private func checkListing() {
        let allowed: Set<Item.Publication> =
            item.polarity == .adverse ? [.listEntry, .restricted] : [.validity, .standing, .restricted]
        demandPublication(allowed, zh: item.polarity == .adverse ? "失信名单" : "名单", en: "lists")
    }

    private func reportRole(_ role: String, zh: String, en: String) {
        report(
            "roles",
            Bilingual(zh: "\(zh)事项缺少“\(role)”", en: "an item of \(en) without “\(role)”"),
            remedy: Bilingual(zh: "在 roles 里指明这个字段", en: "name the field under roles")
        )
    }

    private func demandPublication(_ allowed: Set<Item.Publication>, zh: String, en: String) {
        guard !allowed.contains(item.publication) else { return }
        let words = allowed.map(\.rawValue).sorted()
        report(
            "publication",
            Bilingual(
                zh: "\(zh)不能用 \(item.publication.rawValue) 公示",
                en: "\(en) are not published by \(item.publication.rawValue)"
            ),
            remedy: Bilingual(
                zh: "写 \(words.joined(separator: " 或 "))",
                en: "write \(words.joined(separator: " or "))"
            )
        )
    }

    /// A sole trader's record is a person's, so nothing grades it or counts its points (limit 1).
    private func checkKinds(_ kinds: Set<SubjectKind>, _ content: Item.Content) {
        guard kinds.contains(.soleTrader), content == .points || item.scheme != nil else { return }
        report(
            "subjectKinds",
            Bilingual(
                zh: "不得给个体工商户评等级或记分",
                en: "sole traders may be given no grade and no points"
            ),
            remedy: Bilingual(
                zh: "逐一列出主体种类，不含 sole-trader",
                en: "list the kinds one by one, without sole-trader"
            )
        )
    }
}
