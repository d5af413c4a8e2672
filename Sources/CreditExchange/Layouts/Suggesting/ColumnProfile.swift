import CreditCatalogue
import CreditModel
import CreditRules
import CreditSheets
import Foundation

/// What the cells of a column look like: how many of them are codes, dates, amounts, document numbers, words of a list.
///
/// It counts; of the cells themselves it keeps hashes, and the words of short lists.
struct ColumnProfile {
    /// The kinds of cells that are told apart by their looks.
    enum Look: Hashable {
        case creditCode, creditCodeAndMore, organisationCode, taxNumber, registrationNumber, citizenNumber
        case day, dayFirst, monthFirst, period(String), amount, document, organisation, authority, sentence
        case word(list: String)
    }

    /// Cells that are not empty.
    private(set) var filled = 0
    /// How many of them look like what.
    private(set) var looks: [Look: Int] = [:]
    /// Hashes of their texts.
    private(set) var values: Set<Int> = []
    /// The first different words, while they are few.
    private(set) var words: Set<String> = []

    /// Marks that stand between the days of a period.
    static let periodMarks = ["至", "到", "～", "~", "—", " - "]

    /// The share of the filled cells that look like something, 0…1.
    func share(_ look: Look) -> Double { filled == 0 ? 0 : Double(looks[look, default: 0]) / Double(filled) }

    /// Whether every cell has a value of its own, or nearly.
    var isKey: Bool { filled > 1 && values.count * 100 >= filled * 98 }

    mutating func add(_ cell: String, _ vocabulary: Vocabulary) {
        filled += 1
        values.insert(cell.hashValue)
        if words.count < 40 { words.insert(cell) }
        for look in ColumnProfile.looks(of: cell, vocabulary) { looks[look, default: 0] += 1 }
    }

    /// The same cells after a step, counted by what they look like then.
    func shaped(_ look: Look, as other: Look) -> ColumnProfile {
        var profile = ColumnProfile()
        profile.filled = filled
        profile.values = values
        profile.looks[other] = looks[look]
        return profile
    }

    /// What catalogues know of words.
    struct Vocabulary {
        let lists: [String: Set<String>]
        let departments: DepartmentRegister
        let endings: [String]
        let today: Day

        init(_ catalogue: Catalogue, today: Day) {
            lists = catalogue.codeLists.mapValues { list in
                Set(list.values.flatMap { [$0.text] + $0.aliases })
            }
            departments = catalogue.departments
            let forms = catalogue.names.forms.flatMap(\.words) + catalogue.names.branches
            endings = forms.isEmpty ? ["公司", "厂", "店", "合作社", "中心"] : forms
            self.today = today
        }
    }

    private static func looks(of cell: String, _ vocabulary: Vocabulary) -> [Look] {
        let bytes = Array(cell.utf8)
        var looks: [Look] = numbers(bytes, vocabulary.today)
        if isDay(cell) { looks.append(.day) }
        looks += otherDays(cell)
        if let mark = periodMarks.first(where: { isPeriod(cell, $0) }) { looks.append(.period(mark)) }
        let plain = bytes.filter { $0 != 0x2C }
        if !plain.isEmpty, plain.count < 24, plain.allSatisfy({ isDigit($0) || $0 == 0x2E }),
            Double(String(decoding: plain, as: UTF8.self)) != nil
        {
            looks.append(.amount)
        }
        if isDocument(cell) { looks.append(.document) }
        if vocabulary.endings.contains(where: cell.hasSuffix) { looks.append(.organisation) }
        if !vocabulary.departments.named(cell).isEmpty || ["局", "委员会", "政府", "法院", "厅"].contains(where: cell.hasSuffix)
        {
            looks.append(.authority)
        }
        if cell.count > 24 { looks.append(.sentence) }
        for (list, words) in vocabulary.lists where words.contains(cell) { looks.append(.word(list: list)) }
        return looks
    }

    private static func numbers(_ bytes: [UInt8], _ today: Day) -> [Look] {
        var looks: [Look] = []
        let plain = bytes.filter { $0 != 0x2D && $0 != 0x20 }
        switch plain.count {
        case 9 where OrganisationCode.holds(plain): looks.append(.organisationCode)
        case 15:
            if OrganisationCode.holds(plain[6..<15]) { looks.append(.taxNumber) }
            if RegistrationNumber.holds(plain) { looks.append(.registrationNumber) }
        case 18:
            if CitizenNumber.holds(plain, on: today) {
                looks.append(.citizenNumber)
            } else if CreditCode.defect(in: plain) == nil {
                looks.append(.creditCode)
            }
        case 19...30 where CreditCode.defect(in: plain[0..<18]) == nil: looks.append(.creditCodeAndMore)
        default: break
        }
        return looks
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: isDigit), bytes.count >= 8 else { return false }
        if case .day = DayReading(bytes.filter { $0 != 0x20 }) { return true }
        return false
    }

    /// 13/7/2026 can only be the day first, 7/13/2026 only the month; 7/4/2026 may be either.
    private static func otherDays(_ cell: String) -> [Look] {
        let parts = cell.split(whereSeparator: { "/-.".contains($0) }).map { (Int($0), $0.count) }
        guard parts.count == 3, parts[2].1 == 4, let year = parts[2].0, let first = parts[0].0, let second = parts[1].0
        else { return [] }
        var looks: [Look] = []
        if Day(year: year, month: second, day: first) != nil { looks.append(.dayFirst) }
        if Day(year: year, month: first, day: second) != nil { looks.append(.monthFirst) }
        return looks
    }

    private static func isPeriod(_ cell: String, _ mark: String) -> Bool {
        let parts = cell.components(separatedBy: mark)
        return parts.count == 2 && isDay(parts[0].trimmingCharacters(in: .whitespaces))
    }

    /// A year in brackets, or 号 at the end and a digit somewhere: `松环许〔2016〕614号`.
    private static func isDocument(_ cell: String) -> Bool {
        let opens: Set<Character> = ["〔", "[", "【", "（", "(", "［", "﹝"]
        if let open = cell.firstIndex(where: opens.contains), cell[open...].dropFirst().prefix(4).allSatisfy(\.isNumber)
        {
            return cell.count < 64
        }
        return cell.hasSuffix("号") && cell.contains(where: \.isNumber) && cell.count < 64
    }
}
