import CreditModel

/// How one file spells what it holds; every department has its ways.
struct FileStyle: Sendable {
    /// The container and its encoding.
    enum Container: Sendable {
        case csv(encoding: Encoding, delimiter: UInt8)
        case xlsx
    }

    /// The encodings in which text files come.
    enum Encoding: Sendable {
        case utf8
        case utf8WithMark
        case gb18030
    }

    /// The forms in which dates come.
    enum DateForm: Sendable, CaseIterable {
        case iso
        case shortDashes
        case slashes
        case dots
        case compact
        case chinese
        case timed
        case timedISO
        case serial
    }

    let container: Container
    let dates: DateForm
    let null: String
    let choiceSeparator: String
    let instructions: [String]
    let usesVariants: Bool
    let isUntidy: Bool
    let keepsZeros: Bool

    /// The plainest style: what the 2018 standard asks for, in UTF-8 with commas.
    static let plain = FileStyle(
        container: .csv(encoding: .utf8, delimiter: 0x2C),
        dates: .slashes,
        null: "",
        choiceSeparator: "、",
        instructions: [],
        usesVariants: false,
        isUntidy: false,
        keepsZeros: false
    )

    /// Plain styles in turn: GB 18030 with commas, UTF-8 with commas, a workbook.
    static func rotating(_ number: Int) -> FileStyle {
        let containers: [Container] = [
            .csv(encoding: .gb18030, delimiter: 0x2C), .csv(encoding: .utf8, delimiter: 0x2C), .xlsx,
        ]
        return FileStyle(
            container: containers[number % containers.count],
            dates: DateForm.allCases[number % DateForm.allCases.count],
            null: ["", "/", "无"][number / 3 % 3],
            choiceSeparator: "、",
            instructions: [],
            usesVariants: number % 4 == 3,
            isUntidy: number % 5 == 4,
            keepsZeros: false
        )
    }

    /// A style as chance has it.
    static func random(title: String, _ random: inout RandomSource) -> FileStyle {
        let container: Container =
            switch random.below(10) {
            case 0...3: .xlsx
            case 4, 5: .csv(encoding: .gb18030, delimiter: 0x2C)
            case 6: .csv(encoding: .utf8WithMark, delimiter: 0x2C)
            case 7: .csv(encoding: .utf8, delimiter: 0x09)
            case 8: .csv(encoding: .utf8WithMark, delimiter: 0x3B)
            default: .csv(encoding: .utf8, delimiter: 0x2C)
            }
        return FileStyle(
            container: container,
            dates: DateForm.allCases[random.below(DateForm.allCases.count)],
            null: random.word(["", "", "", "/", "无", "-", "—", "NULL", "N/A"]),
            choiceSeparator: random.word(["、", "，", ";", ","]),
            instructions: instructions(title: title, &random),
            usesVariants: random.chance(0.15),
            isUntidy: random.chance(0.15),
            keepsZeros: random.chance(0.2)
        )
    }

    private static func instructions(title: String, _ random: inout RandomSource) -> [String] {
        let note = "填写说明：日期按YYYY/MM/DD填写，金额单位为万元，无内容的栏目填写“/”。"
        return switch random.below(8) {
        case 0: [note]
        case 1: [title, note]
        default: []
        }
    }

    /// A day in the file's form; days without end as such files write them.
    func spell(_ day: Day) -> String {
        if day >= RowWords.forever {
            return ["2099/12/31", "2099-01-31", "9999/12/31"][
                DateForm.allCases.firstIndex(of: dates).map { $0 % 3 } ?? 0
            ]
        }
        let date = day.civil
        let month = Text.padded(date.month, to: 2)
        let number = Text.padded(date.day, to: 2)
        return switch dates {
        case .iso: day.iso
        case .shortDashes: "\(date.year)-\(date.month)-\(date.day)"
        case .slashes: "\(date.year)/\(month)/\(number)"
        case .dots: "\(date.year).\(date.month).\(date.day)"
        case .compact: "\(date.year)\(month)\(number)"
        case .chinese: "\(date.year)年\(date.month)月\(date.day)日"
        case .timed: "\(date.year)-\(month)-\(number) 00:00:00"
        case .timedISO: "\(day.iso)T00:00:00"
        // Day 1 of a workbook is 1900-01-01, and its 1900 has a leap day that never was.
        case .serial: String(Int(day.number) + 25_569)
        }
    }

    /// An amount in a column's unit.
    func spell(fen: Int64, unit: Int64) -> String {
        guard unit > 1 else { return String(fen) }
        let width = String(unit).count - 1
        var fraction = Text.padded(Int(fen % unit), to: width)
        if !keepsZeros { while fraction.hasSuffix("0") { fraction.removeLast() } }
        return fraction.isEmpty ? String(fen / unit) : "\(fen / unit).\(fraction)"
    }
}
