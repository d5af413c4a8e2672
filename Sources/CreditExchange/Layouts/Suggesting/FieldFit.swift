import CreditCatalogue
import CreditModel

/// A column, or what a step makes of one, that may fill a field.
struct ColumnCandidate {
    /// The table's position among those looked at.
    let table: Int
    /// The column.
    let column: Int
    /// Its heading.
    let heading: String
    /// What has to be done to its cells first.
    let steps: [Layout.Step]
    /// What its cells look like then.
    let profile: ColumnProfile

    /// The columns of a table, and what steps would make of those that hold two things in one.
    static func all(of table: ProfiledTable, at position: Int) -> [ColumnCandidate] {
        table.columns.indices.filter { !table.headings[$0].isEmpty && table.columns[$0].filled > 0 }
            .flatMap { column in
                let profile = table.columns[column]
                let heading = table.headings[column]
                return ([([], profile)] + shaped(profile))
                    .map { steps, profile in
                        ColumnCandidate(
                            table: position,
                            column: column,
                            heading: heading,
                            steps: steps,
                            profile: profile
                        )
                    }
            }
    }

    private static func shaped(_ profile: ColumnProfile) -> [([Layout.Step], ColumnProfile)] {
        var shaped: [([Layout.Step], ColumnProfile)] = []
        if profile.share(.creditCodeAndMore) > 0.8 {
            shaped.append(([.take(1...18)], profile.shaped(.creditCodeAndMore, as: .creditCode)))
        }
        if profile.share(.taxNumber) > 0.8 {
            shaped.append(([.take(7...15)], profile.shaped(.taxNumber, as: .organisationCode)))
        }
        for mark in ColumnProfile.periodMarks where profile.share(.period(mark)) > 0.8 {
            for part in 1...2 {
                shaped.append(([.split(at: mark, part: part)], profile.shaped(.period(mark), as: .day)))
            }
        }
        let (dayFirst, monthFirst) = (profile.share(.dayFirst), profile.share(.monthFirst))
        if max(dayFirst, monthFirst) > 0.8, profile.share(.day) < 0.5 {
            let order: Layout.DateOrder = dayFirst >= monthFirst ? .dayFirst : .monthFirst
            shaped.append(([.date(order)], profile.shaped(order == .dayFirst ? .dayFirst : .monthFirst, as: .day)))
        }
        return shaped
    }
}

/// How well a column fits a field.
struct FieldFit {
    /// The column.
    let candidate: ColumnCandidate
    /// How much the heading is like the field's, 0…1.
    let heading: Double
    /// The share of cells that are what the field holds; `nil` where looks say nothing.
    let values: Double?

    /// 0…1; what cannot be the field's does not come about.
    var score: Double { values.map { (heading + $0) / 2 } ?? heading * 0.9 }

    /// The fit, or `nil` where neither heading nor values speak for it, or the values speak against it.
    init?(_ candidate: ColumnCandidate, _ field: Field, spellings: [String], roles: Item.Roles) {
        self.candidate = candidate
        heading = spellings.map { Likeness.of($0, Heading.normalised(candidate.heading)) }.max() ?? 0
        values = FieldFit.share(candidate.profile, field, roles)
        let isNumber = candidate.profile.share(.citizenNumber) > 0.2
        if isNumber, field.type != .certificateNumber { return nil }
        switch field.type {
        case .creditCode, .certificateNumber:
            guard (values ?? 0) > 0.5 else { return nil }
        case .organisationCode:
            guard (values ?? 0) > 0.5, heading > 0.2 || !candidate.steps.isEmpty else { return nil }
        case .day where field.id == roles.decidedOn:
            // Every trade has its own word for the day of a decision.
            guard candidate.table < 0, (values ?? 0) > 0.8 || (heading == 1 && (values ?? 0) > 0.4) else { return nil }
        case .day, .amount, .registrationNumber, .authorityCode:
            guard heading > 0.3, heading == 1 || (values ?? 0) > 0.4 else { return nil }
        case .choice, .choices, .grade:
            guard heading > 0.3, heading > 0.55 || (values ?? 0) > 0.4 else { return nil }
        case .authority:
            guard heading > 0.4 || (candidate.table < 0 && (values ?? 0) > 0.6) else { return nil }
        case .text where field.id == roles.name:
            guard heading > 0.3 || (values ?? 0) > 0.7, (values ?? 0) > 0.2 else { return nil }
        case .text where field.id == roles.documentNumber:
            guard candidate.table < 0, heading > 0.5 || (values ?? 0) > 0.6 else { return nil }
        default:
            guard heading > 0.5 else { return nil }
        }
        guard candidate.steps.isEmpty || FieldFit.isWanted(candidate.steps, field, roles) else { return nil }
    }

    /// The first day of a period is a beginning and the second an end.
    private static func isWanted(_ steps: [Layout.Step], _ field: Field, _ roles: Item.Roles) -> Bool {
        guard case .split(_, let part) = steps.first else {
            return [.creditCode, .organisationCode, .day].contains(field.type)
        }
        return field.id == (part == 1 ? roles.validFrom : roles.validUntil)
    }

    private static func share(_ profile: ColumnProfile, _ field: Field, _ roles: Item.Roles) -> Double? {
        switch field.type {
        case .creditCode, .authorityCode: profile.share(.creditCode)
        case .organisationCode: profile.share(.organisationCode)
        case .registrationNumber: profile.share(.registrationNumber)
        case .certificateNumber: profile.share(.citizenNumber)
        case .day: profile.share(.day)
        case .amount: profile.share(.amount)
        case .choice(let list), .choices(let list): profile.share(.word(list: list))
        case .authority: profile.share(.authority)
        case .text where field.id == roles.name: profile.share(.organisation)
        case .text where field.id == roles.documentNumber: profile.share(.document)
        default: nil
        }
    }
}

/// How much two headings are like each other.
enum Likeness {
    /// 1 where they are the same; less where one holds the other, or they share pairs of characters.
    static func of(_ one: String, _ other: String) -> Double {
        if one == other { return 1 }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        guard short.count > 1 else { return 0 }
        if long.contains(short) { return 0.55 + 0.35 * Double(short.count) / Double(long.count) }
        let left = pairs(one)
        let right = pairs(other)
        let shared = left.intersection(right).count
        return 0.9 * Double(2 * shared) / Double(max(left.count + right.count, 1))
    }

    private static func pairs(_ text: String) -> Set<String> {
        let signs = Array(text)
        return Set(signs.indices.dropLast().map { String(signs[$0...($0 + 1)]) })
    }
}
