public import CreditModel

/// How high an authority stands; higher levels compare greater.
public enum AuthorityLevel: Int, Sendable, Comparable, CaseIterable {
    /// 乡镇、街道.
    case township
    /// 县、区.
    case county
    /// 市.
    case city
    /// 省.
    case province
    /// 国家.
    case national

    /// Lower levels come first.
    public static func < (left: AuthorityLevel, right: AuthorityLevel) -> Bool { left.rawValue < right.rawValue }
}

/// A department of the city, or an outside authority whose decisions may be named.
public struct Department: Sendable, Hashable {
    /// Its id in the catalogue: `market-regulation`.
    public let id: String
    /// Its full name, with its English reading.
    public let name: Bilingual
    /// 市工商局, 工商局.
    public let shortNames: [String]
    /// Names it bore before, under which files may still come.
    public let formerNames: [String]
    /// Its unified code, or `nil` where the catalogue does not know it yet.
    public let code: String?
    /// How high it stands; `nil` is unknown, which warns and never refuses.
    public let level: AuthorityLevel?
    /// The years in which it decides under this name.
    public let validity: Validity
    /// Ids of the departments that took over its duties.
    public let successors: [String]
    /// Whether it hands in files here, or is only named as an authority.
    public let isSource: Bool
    /// Whom to call about its records.
    public let telephone: String?

    /// A department from its parts.
    public init(
        id: String,
        name: Bilingual,
        shortNames: [String],
        formerNames: [String],
        code: String?,
        level: AuthorityLevel?,
        validity: Validity,
        successors: [String],
        isSource: Bool,
        telephone: String?
    ) {
        self.id = id
        self.name = name
        self.shortNames = shortNames
        self.formerNames = formerNames
        self.code = code
        self.level = level
        self.validity = validity
        self.successors = successors
        self.isSource = isSource
        self.telephone = telephone
    }
}

/// The departments, found by full, short or former name, by id or by code.
public struct DepartmentRegister: Sendable {
    /// All of them, in the catalogue's order.
    public let all: [Department]
    private let byName: [String: [Int]]
    private let byID: [String: Int]

    /// A register of departments.
    public init(_ departments: [Department]) {
        all = departments
        byID = Dictionary(departments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var names: [String: [Int]] = [:]
        for (position, department) in departments.enumerated() {
            var own = Set([department.id, department.name.zh] + department.shortNames + department.formerNames)
            if let code = department.code { own.insert(code) }
            for name in own { names[name, default: []].append(position) }
        }
        byName = names
    }

    /// The department of an id.
    public subscript(id: String) -> Department? { byID[id].map { all[$0] } }

    /// All that bear a name, a code or an id; several where a name passed from one to another.
    public func named(_ name: String) -> [Department] { (byName[name] ?? []).map { all[$0] } }

    /// The one that bore a name on a day: in its years, else the first that ever bore it.
    public func named(_ name: String, on day: Day) -> Department? {
        let found = named(name)
        return found.first { $0.validity.contains(day) } ?? found.first
    }
}
