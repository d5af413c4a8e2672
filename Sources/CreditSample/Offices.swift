import CreditCatalogue
import CreditModel

/// The departments as the sample uses them: who decides under which name on which day, and under which code.
struct Offices: Sendable {
    let register: DepartmentRegister
    private let division: String
    private let positions: [String: Int]
    private let predecessors: [String: [Department]]

    init(_ catalogue: Catalogue) {
        register = catalogue.departments
        division = catalogue.city.division
        positions = Dictionary(
            register.all.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var earlier: [String: [Department]] = [:]
        for department in register.all {
            for successor in department.successors { earlier[successor, default: []].append(department) }
        }
        predecessors = earlier
    }

    /// Its place in the register.
    func position(of department: Department) -> Int {
        positions[department.id] ?? 0
    }

    /// The catalogue's code, or a synthetic one that holds where the catalogue knows none.
    func code(of department: Department) -> String {
        if let code = department.code { return code }
        let serial = SyntheticCode.capacity - 1 - (positions[department.id] ?? 0)
        let body = SyntheticCode.organisationCode(serial)
        return SyntheticCode.creditCode("11", division: division, organisationCode: body)
    }

    /// Whether its full name is nobody else's.
    func isUnambiguous(_ department: Department) -> Bool {
        register.named(department.name.zh).count == 1
    }

    /// Whether it may decide an item on a day without any remark.
    func mayDecide(_ department: Department, _ item: Item, on day: Day) -> Bool {
        guard isUnambiguous(department), department.validity.contains(day) else { return false }
        guard let minimum = item.minimumLevel, let level = department.level else { return true }
        return level >= minimum
    }

    /// The department itself or the one whose duties it took over, whichever decided on that day.
    func deciding(for department: Department, _ item: Item, on day: Day) -> Department? {
        var queue = [department]
        var seen: Set<String> = []
        while !queue.isEmpty {
            let next = queue.removeFirst()
            guard seen.insert(next.id).inserted else { continue }
            if mayDecide(next, item, on: day) { return next }
            queue += predecessors[next.id] ?? []
        }
        return nil
    }

    /// The departments of an item that send files throughout a window of days.
    func sources(of item: Item, in window: ClosedRange<Day>) -> [Department] {
        register.all.filter { department in
            department.isSource
                && [window.lowerBound.adding(days: -120), window.upperBound]
                    .allSatisfy { day in
                        item.mayCome(from: department.id, decidedOn: day) && mayDecide(department, item, on: day)
                    }
        }
    }

    /// The departments of an item whose years as its source are over, or have only begun, but which stand throughout a window.
    func heirs(of item: Item, in window: ClosedRange<Day>) -> [Department] {
        register.all.filter { department in
            department.isSource && item.mayCome(from: department.id)
                && [window.lowerBound, window.upperBound].allSatisfy { mayDecide(department, item, on: $0) }
        }
    }
}
