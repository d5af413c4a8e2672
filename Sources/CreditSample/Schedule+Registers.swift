import CreditCatalogue
import CreditModel

extension Schedule {
    /// The files of a register: everybody once, then news month by month; gives the number of rows.
    mutating func addRegister(_ plan: SheetPlan, _ population: Population, atMost limit: Int) -> Int {
        let sources = offices.sources(of: plan.item, in: window)
        guard !sources.isEmpty else { return 0 }
        let kept = population.organisations.prefix(limit).filter { plan.item.subjectKinds.contains($0.kind) }
        let groups = Dictionary(grouping: kept) { registrar(of: $0, among: sources) ?? sources.count }
        var count = 0
        for (position, source) in sources.enumerated() {
            guard
                let own = groups[position]?
                    .sorted(by: { ($0.establishedOn, $0.serial) < ($1.establishedOn, $1.serial) })
            else {
                continue
            }
            let stream = addStream(plan, source, .ordinary)
            streams[stream].register = own + own.filter { $0.renamedOn.map(window.contains) ?? false }
            count += addMonths(stream, own)
        }
        return count
    }

    /// The first file brings what stood when the year began, each month's file what came since, and the new names.
    private mutating func addMonths(_ stream: Int, _ own: [SampleOrganisation]) -> Int {
        let first = workingDay(atMost: window.lowerBound.adding(days: 6))
        var position = own.firstIndex { $0.establishedOn > first } ?? own.count
        files.append(PlannedFile(stream: stream, received: first, rows: position, part: 0..<position))
        for month in 1...11 {
            let day = workingDay(atMost: first.adding(months: month))
            let next = own.firstIndex { $0.establishedOn > day } ?? own.count
            if next > position {
                files.append(PlannedFile(stream: stream, received: day, rows: next - position, part: position..<next))
            }
            position = next
        }
        let renamed = own.count..<streams[stream].register.count
        if !renamed.isEmpty {
            let last = workingDay(atMost: window.upperBound)
            files.append(PlannedFile(stream: stream, received: last, rows: renamed.count, part: renamed))
        }
        return position + renamed.count
    }

    /// The department that registers an organisation: one in three is registered by its own county.
    private func registrar(of organisation: SampleOrganisation, among sources: [Department]) -> Int? {
        let words: [String] =
            switch organisation.prefix.first {
            case "9": ["市场监督", "工商"]
            case "5": ["民政"]
            case "1": ["编制", "编办"]
            case "3": ["司法"]
            case "N": ["农业农村", "农业"]
            default: ["工会"]
            }
        let fitting = sources.indices.filter { position in
            words.contains { Text.holds($0, in: sources[position].name.zh) }
        }
        let district = catalogue.city.districts.isEmpty ? nil : catalogue.city.districts[organisation.district].name.zh
        let own = fitting.first { position in district.map { Text.holds($0, in: sources[position].name.zh) } ?? false }
        return organisation.serial % 3 == 0 ? own ?? fitting.first : fitting.first
    }
}
