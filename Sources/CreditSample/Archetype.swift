import CreditCatalogue
import CreditModel

/// What an item is like, read off its roles and its publication, so that any city's catalogue gets a sample.
enum Archetype: Int, Sendable, CaseIterable {
    case registration
    case licence
    case penalty
    case honour
    case listEntry
    case commitment
    case other

    init(_ item: Item) {
        self =
            switch item.publication {
            case .penaltyTier: .penalty
            case .listEntry: .listEntry
            case _ where item.roles.status != nil || item.roles.address != nil: .registration
            case _ where item.polarity == .favourable: .honour
            case _ where item.roles.openness != nil || item.publication == .declared: .commitment
            case .validity: .licence
            case _ where item.roles.validFrom != nil && item.roles.validUntil != nil: .licence
            default: .other
            }
    }

    /// Its part of the records beside registrations, in thousandths.
    var share: Int {
        switch self {
        case .registration: 0
        case .licence: 620
        case .penalty: 130
        case .honour: 40
        case .listEntry: 35
        case .commitment: 140
        case .other: 20
        }
    }
}
