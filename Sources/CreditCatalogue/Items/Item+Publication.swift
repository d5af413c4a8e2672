extension Item {
    /// How the last day shown is found.
    public enum Publication: String, Sendable, CaseIterable {
        /// Shown as long as the fact stands, and afterwards as ended.
        case standing
        /// Shown until the end of its validity, no longer.
        case validity
        /// Shown by the tier of a penalty (令58号, 令36号).
        case penaltyTier = "penalty-tier"
        /// Shown while its subject is on the list, by the tier of a list entry.
        case listEntry = "list-entry"
        /// An adverse fact that is neither a penalty nor a list entry: shown by the tier that the item has under the rule of its
        /// day.
        case itemTier = "item-tier"
        /// Shown only where a field says that it may be (公开类型).
        case declared
        /// Shown to nobody in public.
        case restricted
    }
}
