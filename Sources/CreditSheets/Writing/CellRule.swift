internal import CXLSXWriter

/// What a cell takes.
public enum CellRule: Sendable, Hashable {
    /// Anything; only the prompt helps.
    case anything
    /// A date.
    case day
    /// Text of so many characters at most.
    case length(atMost: Int)

    /// Sets a rule of the library to this one.
    func apply(to rule: inout lxw_data_validation) {
        switch self {
        case .anything: rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        case .day:
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            (rule.minimum_datetime.year, rule.minimum_datetime.month, rule.minimum_datetime.day) = (1949, 10, 1)
            (rule.maximum_datetime.year, rule.maximum_datetime.month, rule.maximum_datetime.day) = (9999, 12, 31)
        case .length(let most):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
            rule.value_number = Double(most)
        }
    }
}
