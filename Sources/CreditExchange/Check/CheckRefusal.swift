/// Why a file is not taken for checking.
public enum CheckRefusal: Error, Sendable, Hashable {
    /// It is larger than a file may be.
    case tooLarge
    /// Its sending took longer than it may.
    case tooSlow
    /// All places are taken; ask again later.
    case full
    /// This visitor has as many unfinished checks as one may have.
    case tooMany
    /// It holds a sheet of natural persons, of which no copy is made.
    case ofPersons
    /// It holds nothing.
    case empty
    /// The machine has no memory or no randomness to give.
    case unavailable
}
