/// Whether a kind of record speaks for an organisation, against it, or neither.
public enum Polarity: String, Sendable, CaseIterable {
    /// Registration, licences, commitments: facts that are neither praise nor blame.
    case neutral
    /// Honours and red lists.
    case favourable
    /// Penalties, abnormal-operation and serious-breach lists: nothing of the kind without its deciding document (limit 2).
    case adverse
}
