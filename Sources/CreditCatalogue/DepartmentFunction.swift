public import CreditModel

/// A function of government (职能) and the departments that exercised it, each in its years.
///
/// Items name a function so that a reform of departments is written down once.
public struct DepartmentFunction: Sendable, Hashable {
    /// Its id: `market`.
    public let id: String
    /// What it is called.
    public let name: Bilingual
    /// The departments with their years.
    public let departments: [Item.Source]

    /// A function from its parts.
    public init(id: String, name: Bilingual, departments: [Item.Source]) {
        self.id = id
        self.name = name
        self.departments = departments
    }
}
