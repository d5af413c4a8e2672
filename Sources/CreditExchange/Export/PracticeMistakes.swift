import CreditCatalogue
import CreditModel
import CreditRules

/// The rows of a practice workbook: one without a mistake, then one for each mistake that the item's layout has a place for.
struct PracticeMistakes {
    /// A row by field, with what is wrong in it.
    struct Row {
        var cells: [String: String]
        let fault: FaultCode?
        let words: Bilingual
    }

    private let item: Item
    private let fields: [Field]
    private let catalogue: Catalogue
    private let today: Day
    private var rows: [Row] = []

    init(_ item: Item, _ template: Template, _ catalogue: Catalogue, _ today: Day) {
        self.item = item
        self.catalogue = catalogue
        self.today = PracticeDay(item, catalogue, today).day
        fields = template.columns.compactMap { $0.field }.compactMap { item.field($0) }
        addGood()
        addNumbers()
        addDates()
        addWords()
    }

    /// All rows, the good one first.
    var all: [Row] { rows }

    private mutating func add(_ fault: FaultCode?, _ zh: String, _ en: String, _ changes: [String: String]) {
        let cells = good(rows.count + 1).merging(changes) { _, changed in changed }
        rows.append(Row(cells: cells, fault: fault, words: Bilingual(zh: zh, en: en)))
    }

    private mutating func addGood() {
        add(nil, "没有差错，可以收。", "Nothing is wrong: it can be taken in.", [:])
    }

    private mutating func addNumbers() {
        if let code = fields.first(where: { $0.type == .creditCode }), !code.example.isEmpty {
            add(
                .codeCheck,
                "“\(code.heading)”抄错了一位。",
                "One character of the unified code was copied wrongly.",
                [code.id: PracticeMistakes.miscopied(code.example)]
            )
        }
        if let document = item.roles.documentNumber.flatMap(field) {
            add(
                item.polarity == .adverse ? .documentMissing : .requiredMissing,
                "“\(document.heading)”写的是“无”。",
                "The number of the document says “none”.",
                [document.id: "无"]
            )
        }
        if let text = fields.first(where: { $0.type == .freeText && $0.disclosure == .open }) {
            let number = PracticeMistakes.citizenNumber
            add(
                .personalNumber,
                "“\(text.heading)”里写了身份证号：会遮蔽，不会保存。",
                "A citizen number stands in a text: it is masked and not kept.",
                [text.id: text.example + "，经办人身份证号\(number)"]
            )
        }
    }

    private mutating func addDates() {
        guard let decided = field(item.roles.decidedOn) else { return }
        add(
            .dateImpossible,
            "“\(decided.heading)”没有这一天。",
            "There is no such day.",
            [decided.id: today.iso.prefix(4) + "/02/30"]
        )
        add(
            .fullWidth,
            "“\(decided.heading)”用了全角数字：照收，提醒一下。",
            "The date is in full-width digits: it is read all the same.",
            [decided.id: PracticeMistakes.fullWidth(PracticeMistakes.written(today))]
        )
        if let from = item.roles.validFrom.flatMap(field), let until = item.roles.validUntil.flatMap(field) {
            add(
                .periodReversed,
                "“\(from.heading)”和“\(until.heading)”填反了。",
                "The two ends of the period were swapped.",
                [from.id: PracticeMistakes.written(later), until.id: PracticeMistakes.written(today)]
            )
        }
    }

    private mutating func addWords() {
        let chosen = fields.first {
            if case .choice(let list) = $0.type, $0.requirement == .required, $0.id != item.roles.subjectCategory {
                return catalogue.codeLists[list]?.values.contains(where: \.takesRemark) == false
            }
            return false
        }
        if let chosen {
            add(
                .notInCodeList,
                "“\(chosen.heading)”填了代码表里没有的词。",
                "The word is not in the code list.",
                [chosen.id: "见附件"]
            )
        }
        if let name = field(item.roles.name) {
            add(.requiredMissing, "“\(name.heading)”是空的。", "The name is empty.", [name.id: ""])
        }
    }

    private var later: Day { today.adding(days: 5 * 365) }

    private func field(_ id: String) -> Field? { fields.first { $0.id == id } }

    /// A row without a mistake, of a document and a certificate of its own.
    private func good(_ number: Int) -> [String: String] {
        var cells: [String: String] = [:]
        for field in fields where !field.example.isEmpty { cells[field.id] = field.example }
        for key in item.keyFields {
            guard let example = cells[key], field(key)?.type == .text else { continue }
            cells[key] = PracticeMistakes.numbered(example, number)
        }
        cells[item.roles.decidedOn] = PracticeMistakes.written(today)
        for id in [item.roles.validFrom, item.roles.validUntil].compactMap(\.self) where cells[id] != nil {
            cells[id] = PracticeMistakes.written(id == item.roles.validFrom ? today : later)
        }
        for change in [PracticeDay(item, catalogue, today).changes(of: cells), settledPenalty] {
            cells.merge(change) { _, settled in settled }
        }
        return cells
    }

    /// A penalty whose tier is plain: a fine alone would be warned of in every row.
    private var settledPenalty: [String: String] {
        let roles = item.roles
        guard item.publication == .penaltyTier, let kinds = roles.penaltyKinds,
            let list = catalogue.codeList(of: kinds, in: item), let rule = catalogue.publicationRule(on: today),
            let word = list.values.first(where: { value in
                value.means == nil && rule.tiers(forPenalty: [value.text], fine: nil).flatMap(rule.settled) != nil
            })
        else { return [:] }
        var cells = [kinds: word.text]
        for amount in [roles.fine, roles.confiscated].compactMap(\.self) { cells[amount] = "" }
        if let content = roles.content { cells[content] = word.text }
        return cells
    }
}

extension PracticeMistakes {
    /// `2026/07/03`.
    static func written(_ day: Day) -> String { day.iso.replacing("-", with: "/") }

    /// The last run of digits in a text replaced.
    static func numbered(_ text: String, _ number: Int) -> String {
        guard let last = text.lastIndex(where: \.isWholeNumber) else { return text + String(number) }
        let head = text[...last].reversed().drop(while: \.isWholeNumber)
        return String(head.reversed()) + String(number) + text[text.index(after: last)...]
    }

    /// A code with its sixth character another digit, so that it does not hold.
    static func miscopied(_ code: String) -> String {
        var characters = Array(code)
        guard characters.count > 5 else { return code }
        characters[5] = characters[5] == "1" ? "7" : "1"
        return String(characters)
    }

    static func fullWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                }
            )
        )
    }

    /// A number whose check character holds, of somebody born in 1886: nobody alive has it.
    static let citizenNumber: String = {
        let digits = Array("11010118860305002".utf8).map { Int($0) - 0x30 }
        var weight = 7
        var sum = 0
        for digit in digits {
            sum += digit * weight
            weight = weight * 6 % 11
        }
        let check = (12 - sum % 11) % 11
        return digits.map(String.init).joined() + (check == 10 ? "X" : String(check))
    }()
}
