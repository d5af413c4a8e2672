import CreditCatalogue
import CreditModel

/// Spells the values of records as the cells of one file.
struct Speller: Sendable {
    let plan: SheetPlan
    let style: FileStyle
    let codeLists: [String: CodeList]

    /// The cells of a record, one a field of the item.
    func cells(_ record: SampleRecord, _ random: inout RandomSource) -> [String] {
        record.values.indices.map { cell($0, record.values[$0], record.decidedOn, &random) }
    }

    /// The headings of the file, variants where the style has them.
    func headings(_ random: inout RandomSource) -> [String] {
        var taken = Set(plan.template.columns.map(\.heading))
        return plan.template.columns.map { column in
            guard style.usesVariants, random.chance(0.12),
                let variant = random.choose(column.variants), taken.insert(variant).inserted
            else { return column.heading }
            return variant
        }
    }

    private func cell(_ field: Int, _ value: String, _ decidedOn: Day, _ random: inout RandomSource) -> String {
        if value.isEmpty { return style.null }
        switch plan.item.fields[field].type {
        case .day: return Day(iso: value).map(style.spell) ?? value
        case .amount(let unit): return Int64(value).map { style.spell(fen: $0, unit: unit) } ?? value
        case .choices(let list): return choices(value, list)
        case .choice(let list): return choice(field, value, list, &random)
        case .grade: return grade(value, decidedOn, &random)
        case .creditCode, .registrationNumber: return style.isUntidy ? untidy(value, &random) : value
        case .organisationCode where plan.item.fields[field].maxLength > 9:
            // A layout with room for nine characters leaves it open whether a hyphen would be one too many.
            return style.isUntidy ? value.prefix(8) + "-" + value.suffix(1) : value
        case .text where style.isUntidy && field == plan.roles.name: return random.chance(0.3) ? value + "　" : value
        default: return value
        }
    }

    /// A grade by its code, or by its Chinese name, as some departments write it.
    private func grade(_ code: String, _ decidedOn: Day, _ random: inout RandomSource) -> String {
        guard random.chance(0.25), let name = plan.scheme?.edition(on: decidedOn)?.grade(code)?.name.zh,
            name == Text.halfWidth(name), name.filter({ $0 != " " }) == name
        else { return code }
        return name
    }

    private func untidy(_ code: String, _ random: inout RandomSource) -> String {
        switch random.below(5) {
        case 0: "'" + code
        case 1: code.lowercased()
        case 2: " " + code + "\u{A0}"
        case 3: code + "\t"
        default: code
        }
    }

    private func choices(_ value: String, _ list: String) -> String {
        value.split(separator: SampleRecord.separator)
            .map { Speller.unbroken(String($0), codeLists[list]) }
            .joined(separator: style.choiceSeparator)
    }

    private func choice(_ field: Int, _ value: String, _ list: String, _ random: inout RandomSource) -> String {
        guard style.isUntidy, random.chance(0.3), !plan.roles.all.contains(field), !plan.conditions.contains(field)
        else { return value }
        let aliases = codeLists[list]?.values.first { $0.text == value }?.aliases ?? []
        return random.choose(aliases) ?? value
    }

    /// A spelling of a choice that holds none of the characters that part several choices, where there is one.
    static func unbroken(_ word: String, _ list: CodeList?) -> String {
        func isBroken(_ text: String) -> Bool { text.contains { "、，,;；".contains($0) } }
        guard isBroken(word), let value = list?.values.first(where: { $0.text == word }) else { return word }
        return value.aliases.first { !isBroken($0) && $0.count > 1 } ?? word
    }
}
