import CreditFiles
import CreditModel

/// Whom "what may be recorded about you" speaks to: a kind of organisation, or persons in a role.
enum SubjectTopic: Sendable, Hashable {
    case kind(SubjectKind)
    case personInRole

    static let all = SubjectKind.allCases.map { SubjectTopic.kind($0) } + [.personInRole]

    /// The topic of a part of an address.
    init?(id: String) {
        guard let topic = SubjectTopic.all.first(where: { $0.id == id }) else { return nil }
        self = topic
    }

    /// How it stands in an address.
    var id: String {
        switch self {
        case .kind(let kind): kind.rawValue
        case .personInRole: "person-in-role"
        }
    }

    /// What it is called.
    var name: Bilingual {
        switch self {
        case .kind(let kind): kind.name
        case .personInRole: Bilingual(zh: "履行职务的个人", en: "Persons in a role")
        }
    }
}
