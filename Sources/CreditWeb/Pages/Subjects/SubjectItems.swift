import CreditCatalogue
import CreditModel

/// The items that may speak of a kind of subject, by who sees them.
struct SubjectItems: Sendable {
    /// Those whose records the public may see.
    let shown: [Item]
    /// Those whose records nobody sees in public.
    let kept: [Item]
    /// What the plan named and later law withdrew.
    let withdrawn: [Item]

    init(topic: SubjectTopic, catalogue: Catalogue) {
        let about = catalogue.items.filter { item in
            switch topic {
            case .kind(let kind): item.subjectKinds.contains(kind)
            case .personInRole: item.personRole != nil
            }
        }
        let open = about.filter { $0.standing == .open }
        shown = open.filter(\.isListed)
        kept = open.filter { !$0.isListed }
        // What was withdrawn is mostly about persons, whoever its old sheets named: everyone may read it.
        withdrawn = catalogue.items.filter { $0.standing != .open }
    }

    /// Those shown in a section of the credit file.
    func shown(in section: String) -> [Item] { shown.filter { $0.section == section } }
}
