import CreditCatalogue
import CreditModel

extension Schedule {
    /// Files that are wrong as a whole, one or two of each kind.
    mutating func addSpecials(_ open: [Item]) {
        let licences = open.filter { Archetype($0) == .licence }
        let half = window.lowerBound.adding(days: window.lowerBound.days(until: window.upperBound) / 2)
        for item in open {
            for template in item.templates where template.isForNaturalPersons {
                if let source = offices.sources(of: item, in: window).first {
                    addSpecial(item, template, source, .naturalPersons, half)
                }
            }
        }
        for item in licences.filter({ !SheetPlan.isSector($0) }) {
            guard let template = item.templates.first(where: { !$0.isForNaturalPersons }) else { continue }
            let sources = offices.sources(of: item, in: window)
            if let source = sources.first {
                addSpecial(item, template, source, .unknownColumn, half.adding(days: 10))
                addSpecial(item, template, source, .missingColumn, half.adding(days: 20))
            }
        }
        addStranger(open, half.adding(days: 30))
        addWithdrawn(catalogue.items.filter { $0.standing != .open }, half.adding(days: 40))
    }

    /// A department that may send files, but not these.
    private mutating func addStranger(_ open: [Item], _ day: Day) {
        for item in open where !item.sources.isEmpty {
            guard let template = item.templates.first(where: { !$0.isForNaturalPersons }),
                Archetype(item) != .registration, Archetype(item) != .penalty,
                let stranger = offices.register.all.first(where: { department in
                    department.isSource && !item.mayCome(from: department.id)
                        && offices.mayDecide(department, item, on: window.lowerBound)
                        && offices.mayDecide(department, item, on: window.upperBound)
                })
            else { continue }
            addSpecial(item, template, stranger, .notSource, day)
            return
        }
    }

    /// A file of each item that later law withdrew.
    mutating func addWithdrawn(_ items: [Item], _ day: Day) {
        for item in items {
            guard let template = item.templates.first(where: { !$0.isForNaturalPersons }) else { continue }
            let named = item.sourceDepartments.compactMap { offices.register[$0] }
                .first { $0.isSource && offices.isUnambiguous($0) }
            let any =
                item.sources.isEmpty ? offices.register.all.first { $0.isSource && offices.isUnambiguous($0) } : nil
            guard let source = named ?? any else { continue }
            addSpecial(item, template, source, .withdrawn, day, rows: 6)
        }
    }

    private mutating func addSpecial(
        _ item: Item,
        _ template: Template,
        _ source: Department,
        _ kind: SampleFile.Kind,
        _ day: Day,
        rows: Int = 12
    ) {
        let stream = addStream(SheetPlan(item, template, catalogue), source, kind)
        files.append(PlannedFile(stream: stream, received: workingDay(atMost: day), rows: rows, part: 0..<1))
    }
}
