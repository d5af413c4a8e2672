import CreditCatalogue
import CreditFiles
import CreditModel

/// Whom an item is about, and how high the deciding authority must stand.
struct AboutWords: Sendable {
    let visit: Visit
    let item: Item

    /// The kinds of organisation, or the role of persons.
    var subjects: HTML {
        if let role = item.personRole {
            return visit.say("履行职务的个人：\(visit[role])", "persons in a role: \(visit[role])")
        }
        let kinds = SubjectKind.allCases.filter { item.subjectKinds.contains($0) }
        let missing = SubjectKind.allCases.filter { !item.subjectKinds.contains($0) }
        if missing.isEmpty { return visit.say("各类组织", "any organisation") }
        if missing.count <= 2 {
            return visit.say("各类组织（\(names(missing))除外）", "any organisation but \(names(missing))")
        }
        return names(kinds)
    }

    /// What it says of them.
    var content: HTML {
        switch item.content {
        case nil: visit.say("关于履行职务的事实", "a fact about the exercise of the role")
        case .fact: visit.say("事实", "a fact")
        case .grade: visit.say("本行业自己的等级，平台不换算、不比较", "the sector’s own grade; it is neither converted nor compared")
        case .listing: visit.say("列入名单", "an entry of a list")
        case .points: visit.say("本行业自己的记分，照录，平台不计算", "the sector’s own points as written; nothing is computed of them")
        }
    }

    /// For, against, neither.
    var polarity: HTML {
        switch item.polarity {
        case .neutral: visit.say("中性", "neutral")
        case .favourable: visit.say("守信", "favourable")
        case .adverse: visit.say("失信", "adverse")
        }
    }

    /// How high the deciding authority must stand.
    var level: HTML {
        guard let level = item.minimumLevel else { return visit.say("不限", "any") }
        guard level < .national else { return "\(visit[level.name])" }
        return visit.say("\(visit[level.name])及以上", "\(visit[level.name]) and above")
    }

    /// When it has to be sent.
    var term: HTML {
        guard let days = item.reportWithin else { return visit.say("目录没有写期限", "no term in the catalogue") }
        return visit.say("自作出决定之日起 \(days) 个工作日", "within \(days) working days of the decision")
    }

    private func names(_ kinds: [SubjectKind]) -> HTML {
        kinds.map { kind -> HTML in "\(visit.language == .en ? visit[kind.name].lowercased() : visit[kind.name])" }
            .joined(separator: visit.say("、", ", "))
    }
}
