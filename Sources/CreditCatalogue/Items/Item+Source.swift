public import CreditModel

extension Item {
    /// A department that may send an item, and the days of the decisions that are its to send.
    public struct Source: Sendable, Hashable {
        /// The department's id.
        public let department: String
        /// The days of the decisions; open at both ends where the catalogue sets none.
        public let validity: Validity

        /// A source from its parts.
        public init(department: String, validity: Validity = Validity(from: nil, until: nil)) {
            self.department = department
            self.validity = validity
        }
    }

    /// Whether a department may send it at all, in whatever years.
    public func mayCome(from department: String) -> Bool {
        sources.isEmpty || sources.contains { $0.department == department }
    }

    /// Whether a decision of that day is a department's to send.
    public func mayCome(from department: String, decidedOn day: Day) -> Bool {
        sources.isEmpty || sources.contains { $0.department == department && $0.validity.contains(day) }
    }

    /// The ids of the departments that may send it, each once, in the catalogue's order; empty means every source department.
    public var sourceDepartments: [String] {
        var seen: Set<String> = []
        return sources.map(\.department).filter { seen.insert($0).inserted }
    }
}
