import CreditCatalogue
import CreditModel

/// What a marked-up copy says of a fault, in one language.
struct FaultWords {
    private let table: FaultTable
    private let language: Language

    init(_ table: FaultTable, _ language: Language) {
        self.table = table
        self.language = language
    }

    func refuses(_ fault: Fault) -> Bool { table[fault.code].severity == .refuse }

    /// 拒收 or 提醒.
    func severity(_ fault: Fault) -> String {
        switch (refuses(fault), language) {
        case (true, .zh): "拒收"
        case (false, .zh): "提醒"
        case (true, .en): "Refused"
        case (false, .en): "Warning"
        }
    }

    func message(_ fault: Fault) -> String { table.message(for: fault, in: language) }

    func remedy(_ fault: Fault) -> String { table.remedy(for: fault, in: language) }

    func rule(_ fault: Fault) -> String { table[fault.code].rule[language] }

    /// The comment of a cell.
    func note(_ fault: Fault) -> String {
        switch language {
        case .zh: "【\(severity(fault))】\(message(fault))\n怎么改：\(remedy(fault))\n依据：\(rule(fault))"
        case .en: "[\(severity(fault))] \(message(fault))\nWhat to do: \(remedy(fault))\nGround: \(rule(fault))"
        }
    }
}
