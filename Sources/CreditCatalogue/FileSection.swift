public import CreditModel

/// A section of the credit file, in the order of the national report (公共信用信息报告标准 2022).
public struct FileSection: Sendable, Hashable {
    /// `registration`, `administration`, `honours`, and so on.
    public let id: String
    /// 登记注册基础信息, and so on.
    public let name: Bilingual

    /// A section from its parts.
    public init(id: String, name: Bilingual) {
        self.id = id
        self.name = name
    }
}
