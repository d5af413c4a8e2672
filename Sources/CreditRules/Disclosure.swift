public import CreditCatalogue
public import CreditModel

/// What the fold of the ledger knows of a record, as far as publication depends on it.
public struct RecordFacts: Sendable, Hashable {
    /// The record as admitted.
    public let record: CreditRecord
    /// The day it was received; before it nobody could have seen it.
    public let receivedOn: Day
    /// Whether it still stands.
    public let standing: RecordStanding
    /// The tier that a named officer or the department decided, where the rule alone cannot say.
    public let decidedTier: Tier?

    /// Facts from their parts.
    public init(record: CreditRecord, receivedOn: Day, standing: RecordStanding, decidedTier: Tier?) {
        self.record = record
        self.receivedOn = receivedOn
        self.standing = standing
        self.decidedTier = decidedTier
    }
}

/// Whether a record still stands.
public enum RecordStanding: String, Sendable, CaseIterable {
    /// As handed in.
    case current
    /// Withdrawn by its department, with a document.
    case withdrawn
    /// Taken down at once by a named person, before any case is decided (limit 10).
    case takenDown = "taken-down"
}

/// Who looks.
///
/// Viewers with an authority come with their desks; until then everyone is a visitor.
public enum Viewer: Sendable, Hashable {
    /// Anyone, without an account.
    case visitor
}

/// Whether a record may be shown, from when until when, and why; pure, so that nothing depends on a nightly job (decision 1).
public struct Disclosure: Sendable, Hashable {
    /// The first and last day on which a visitor may see it; `nil` where it is never shown.
    ///
    /// An open end is `nil` inside.
    public let window: Validity?
    /// Whether the visitor may see it.
    public let isShown: Bool
    /// Whether the fact itself had ended on the day asked about, so that it is shown faded.
    public let hasEnded: Bool
    /// The tier that decided, for an adverse record.
    public let tier: Tier?
    /// The rule behind it, in words: why it is here, or why not.
    public let ground: Ground

    /// Why a record is shown or not.
    public enum Ground: String, Sendable, CaseIterable {
        /// Shown while the fact stands, and afterwards as ended.
        case standing
        /// Shown until the end of its validity.
        case validity
        /// Shown by its tier until the rule's last day, or the department's where that is earlier.
        case tier
        /// The item's declaration says public.
        case declaredPublic
        /// The item's declaration says not public.
        case declaredNotPublic
        /// The scheme says that this grade is not public.
        case gradeNotShown
        /// A value speaks against its subject, and the item says no tier for it under the rule of its day: not shown (limit 10).
        case adverseWithoutTier
        /// Minor: not shown in principle.
        case minor
        /// The tier cannot be determined: not shown, waits for its department (limit 10).
        case undetermined
        /// No rule of publication for its day.
        case noRule
        /// The item is for nobody in public.
        case restricted
        /// Withdrawn or taken down.
        case withdrawn
    }
}
