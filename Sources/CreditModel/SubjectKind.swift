/// The kinds of subject that may have a public file.
///
/// A natural person is not among them, and cannot be made one (limit 1).
public enum SubjectKind: String, Sendable, CaseIterable {
    /// 企业.
    case enterprise
    /// 个体工商户: found only by code or by exact trade name (limit 1).
    case soleTrader = "sole-trader"
    /// 农民专业合作社.
    case cooperative
    /// 机关.
    case organ
    /// 事业单位.
    case institution
    /// 社会团体、民办非企业单位、基金会 and other civil-affairs bodies.
    case socialOrganisation = "social-organisation"
    /// 农村集体经济组织.
    case collective
    /// Law firms, unions, religious sites and other bodies with a code.
    case other

    /// Whether its public file may be found by a part of its name.
    public var isFoundByPartOfName: Bool { self != .soleTrader }

    /// The kind that a unified code's first two characters say (GB 32100-2015, with the amendments of 2016).
    public init(registrar: UInt8, category: UInt8) {
        switch (registrar, category) {
        case (0x39, 0x31): self = .enterprise
        case (0x39, 0x32): self = .soleTrader
        case (0x39, 0x33): self = .cooperative
        case (0x31, 0x31): self = .organ
        case (0x31, 0x32): self = .institution
        case (0x35, _): self = .socialOrganisation
        case (0x4E, _): self = .collective
        default: self = .other
        }
    }
}
