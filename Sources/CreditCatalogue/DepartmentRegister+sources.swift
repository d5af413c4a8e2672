public import CreditModel

extension DepartmentRegister {
    /// The department that hands in under a full, short or former name, a code or an id.
    ///
    /// Of several that bore the name it is the one whose years hold the day; one that is no more hands in as its successor of that
    /// day, where it has just one.
    public func source(named name: String, on day: Day) -> Department? {
        let found = named(name).filter(\.isSource)
        return found.first { $0.validity.contains(day) } ?? found.first.map { latest($0, day) }
    }

    /// Departments that hand in and whose names are near what somebody wrote, nearest first, at most five.
    public func sources(near name: String) -> [Department] {
        let wanted = DepartmentRegister.pairs(name)
        let known = all.filter(\.isSource)
            .map { department in
                let names = [department.name.zh] + department.shortNames + department.formerNames
                return (department, names.map { DepartmentRegister.likeness($0, name, wanted) }.max() ?? 0)
            }
        return known.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(5).map(\.0)
    }

    private func latest(_ department: Department, _ day: Day) -> Department {
        guard department.successors.count == 1, let next = self[department.successors[0]], next.isSource,
            next.validity.contains(day)
        else { return department }
        return next
    }

    /// How many neighbouring pairs of characters two names share; one inside the other is nearest.
    private static func likeness(_ known: String, _ name: String, _ wanted: Set<String>) -> Int {
        guard name.count > 1 else { return 0 }
        if known.contains(name) { return 1000 - known.count }
        let shared = pairs(known).intersection(wanted).count
        return shared * 2 > wanted.count ? shared : 0
    }

    private static func pairs(_ name: String) -> Set<String> {
        let signs = Array(name)
        return Set(zip(signs, signs.dropFirst()).map { "\($0)\($1)" })
    }
}
