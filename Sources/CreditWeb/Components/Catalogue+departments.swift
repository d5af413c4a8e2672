import CreditCatalogue
import CreditModel

extension DepartmentRegister {
    /// The departments that act today for one: itself while it is one, else those that took over from it.
    func acting(for department: Department, on day: Day) -> [Department] {
        var found: [Department] = []
        var seen: Set<String> = []
        var open = [department]
        while !open.isEmpty {
            let next = open.removeFirst()
            guard seen.insert(next.id).inserted else { continue }
            if let last = next.validity.until, last < day {
                open += next.successors.compactMap { self[$0] }
            } else {
                found.append(next)
            }
        }
        return found
    }

    /// The departments from which one took over, directly or through others, in the register's order.
    func predecessors(of id: String) -> [Department] {
        var heirs: Set<String> = [id]
        var count = 0
        while heirs.count != count {
            count = heirs.count
            for department in all where !heirs.isDisjoint(with: department.successors) { heirs.insert(department.id) }
        }
        return all.filter { $0.id != id && heirs.contains($0.id) }
    }
}
