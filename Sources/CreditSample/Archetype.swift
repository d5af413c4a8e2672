import CreditCatalogue
import CreditModel

/// What an item is like, read off its roles, its publication and whom it is about, so that any city's catalogue gets a sample.
enum Archetype: Int, Sendable, CaseIterable {
    case registration
    case licence
    case penalty
    case honour
    case listEntry
    case commitment
    case breach
    case grade
    case points
    case personInRole
    case other

    init(_ item: Item) {
        self =
            switch (item.about, item.publication) {
            case (.personInRole, _): .personInRole
            case (.organisations(_, .grade), _): .grade
            case (.organisations(_, .points), _): .points
            case (_, .penaltyTier): .penalty
            case (_, .listEntry): .listEntry
            case (_, .itemTier): .breach
            case _ where item.isRegister: .registration
            case _ where item.polarity == .favourable: .honour
            case _ where item.polarity == .adverse && item.content == .listing: .listEntry
            case _ where item.roles.openness != nil || item.publication == .declared: .commitment
            case (_, .validity): .licence
            case _ where item.roles.validFrom != nil && item.roles.validUntil != nil: .licence
            default: .other
            }
    }

    /// Its part of the daily records beside registrations, in thousandths.
    var share: Int {
        switch self {
        case .registration: 0
        case .licence: 620
        case .penalty: 130
        case .honour: 40
        case .listEntry: 35
        case .commitment: 140
        case .breach, .grade, .points, .personInRole, .other: 20
        }
    }
}
