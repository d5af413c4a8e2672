public import CreditModel

/// An organisation as the ledger's entries made it.
///
/// It has no score, and a natural person cannot be one.
public struct Subject: Sendable, Hashable {
    /// The store's own number; never in an entry, a page or an answer.
    public let id: Int64
    /// 统一社会信用代码, where one is known.
    public let code: String?
    /// 工商注册号, where one is known.
    public let registrationNumber: String?
    /// What kind of organisation it is.
    public let kind: SubjectKind
    /// Its name of today.
    public let name: String
    /// Names it bore before, latest first.
    public let formerNames: [String]
    /// GB/T 2260 code of the place it was registered in.
    public let division: String?
    /// Its address from registration data.
    public let address: String?
    /// Since when it exists.
    public let established: Day?
    /// Its status in the register's words: 存续.
    public let status: String?

    /// A subject from its parts..
    public init(
        id: Int64,
        code: String?,
        registrationNumber: String?,
        kind: SubjectKind,
        name: String,
        formerNames: [String],
        division: String?,
        address: String?,
        established: Day?,
        status: String?
    ) {
        self.id = id
        self.code = code
        self.registrationNumber = registrationNumber
        self.kind = kind
        self.name = name
        self.formerNames = formerNames
        self.division = division
        self.address = address
        self.established = established
        self.status = status
    }

    /// The key under which others speak of it: its code, else its registration number.
    public var publicKey: String { code ?? registrationNumber ?? "" }
}
