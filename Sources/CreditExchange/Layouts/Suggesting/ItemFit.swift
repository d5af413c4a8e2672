import CreditCatalogue
import CreditModel

/// How well tables fit an item: which columns would fill its fields, which stay empty.
struct ItemFit {
    /// The item.
    let item: Item
    /// The fields that are filled, by id, with how well.
    private(set) var fits: [String: FieldFit] = [:]
    /// A column that fits a field nearly as well as the one chosen.
    private(set) var rivals: [String: ColumnCandidate] = [:]
    /// How much of the item and of the main table they have in common, 0…1.
    let likeness: Double

    init(_ item: Item, _ candidates: [ColumnCandidate], columns: Int) {
        self.item = item
        var all: [(field: Field, fit: FieldFit)] = []
        for field in item.fields {
            let spellings = ItemFit.spellings(of: field, in: item)
            for candidate in candidates {
                let fit = FieldFit(candidate, field, spellings: spellings, roles: item.roles)
                if let fit { all.append((field, fit)) }
            }
        }
        // The main table first where two fit alike.
        all.sort { ($0.fit.score, -$0.fit.candidate.table) > ($1.fit.score, -$1.fit.candidate.table) }
        var used: Set<[Int]> = []
        for (field, fit) in all {
            let candidate = fit.candidate
            let place = [candidate.table, candidate.column, candidate.steps.isEmpty ? 0 : candidate.steps.hashValue]
            if let chosen = fits[field.id] {
                let isOther = candidate.column != chosen.candidate.column || candidate.table != chosen.candidate.table
                let isFree = !used.contains(place)
                if isOther, isFree, rivals[field.id] == nil, fit.score > chosen.score - 0.1 {
                    rivals[field.id] = candidate
                }
            } else if used.insert(place).inserted {
                fits[field.id] = fit
            }
        }
        let wanted = item.fields.filter { $0.requirement == .required || ItemFit.carries($0.id, item.roles) }
        // What comes from another table says little of what the rows of this one are.
        let matched = fits.values.reduce(0) { $0 + $1.score * ($1.candidate.table < 0 ? 1 : 0.3) }
        // Where documents are numbered, something was decided: that is no item without documents.
        let hasDocuments = candidates.contains { $0.table < 0 && $0.profile.share(.document) > 0.6 }
        let isOdd = hasDocuments && item.roles.documentNumber == nil
        likeness = 2 * matched / Double(max(wanted.count + columns, 1)) * (isOdd ? 0.6 : 1)
    }

    /// Whether there is a column of subjects: without one nothing can be a record.
    var hasSubject: Bool { fits[item.roles.name] != nil }

    /// Whether a subject and a day are there, or so much else that the sender may be asked for the day.
    var isPossible: Bool { hasSubject && (fits[item.roles.decidedOn] != nil || likeness > 0.5) }

    /// Required fields that no column fills.
    var empty: [Field] {
        item.fields.filter { $0.requirement == .required && fits[$0.id] == nil && !asked.contains($0.id) }
    }

    /// Fields without a column that a record cannot be without, and that belong to the whole announcement: its sender has to say.
    var asked: [String] {
        let adverse =
            item.polarity == .adverse ? [item.roles.documentNumber, item.roles.authority].compactMap(\.self) : []
        return item.fields.map(\.id)
            .filter { (adverse + [item.roles.decidedOn]).contains($0) && fits[$0] == nil }
    }

    private static func carries(_ field: String, _ roles: Item.Roles) -> Bool {
        [roles.name, roles.decidedOn, roles.creditCode, roles.documentNumber].contains(field)
    }

    /// All headings under which a field is known.
    private static func spellings(of field: Field, in item: Item) -> [String] {
        let columns = item.templates.flatMap(\.columns).filter { $0.field == field.id }
        let all = [field.heading] + columns.map(\.heading) + columns.flatMap(\.variants)
        return Array(Set(all.map(Heading.normalised)))
    }
}
