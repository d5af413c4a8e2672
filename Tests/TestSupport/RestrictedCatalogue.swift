public import CreditCatalogue
import Foundation

/// A city's catalogue with items of which nothing is public: two on organisations, one of them a registration, and one on
/// persons in a role.
public final class RestrictedCatalogue: Sendable {
    /// The ids of its items that nobody sees.
    public static let items = ["quiet-inspection", "quiet-register", "quiet-expert"]

    /// Where its files are; gone with it.
    public let path: String
    /// The catalogue in them.
    public let catalogue: Catalogue
    private let folder: ScratchFolder

    /// One for all tests of a target.
    public static let shared = Result { try RestrictedCatalogue() }

    /// The city's own catalogue with these items.
    public init() throws {
        folder = try ScratchFolder()
        path = folder.file("catalogue")
        try FileManager.default.copyItem(atPath: Folders.catalogue, toPath: path)
        let text = RestrictedCatalogue.sector
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/sectors/zz-quiet.yaml"))
        catalogue = try CatalogueLoader.load(from: path)
    }

    private static func field(_ id: String, _ heading: String, _ type: String, _ more: String = "") -> String {
        """
              - {id: \(id), heading: \(heading), label: \(id), meaning: {zh: \(heading), en: \(id)}, type: \(type), maxLength: 200,
                 requirement: \(more.isEmpty ? "optional" : more), disclosure: restricted, example: 示例}

        """
    }

    private static func item(
        _ id: String,
        _ zh: String,
        polarity: String,
        about: String,
        section: String,
        fields: [String],
        roles: String
    ) -> String {
        """
          - id: \(id)
            name: {zh: \(zh), en: \(id)}
            purpose: {zh: \(zh), en: \(id)}
            clauses: ["2.5"]
            section: \(section)
            polarity: \(polarity)
            standing: open
            legalBasis: [{title: {zh: 中华人民共和国政府采购法, en: Government Procurement Law}, since: 2003-01-01}]
            \(about)
            keyFields: [docNumber]
            publication: restricted
            atMostMonths: 36
            roles: {\(roles)}
            fields:
        \(fields.joined())
        """
    }

    private static var sector: String {
        let organisation = [
            field("name", "静默主体名称", "text", "required"), field("code", "静默主体代码", "credit-code"),
            field("regNumber", "静默注册号", "registration-number"),
        ]
        let decision = [
            field("docNumber", "静默文号", "text", "required"), field("authority", "静默机关", "authority"),
            field("decidedOn", "静默日期", "day", "required"),
        ]
        let person = [
            field("name", "静默姓名", "person-name", "required"),
            field("certificate", "静默证件号码", "certificate-number", "required"),
        ]
        let facts = [field("facts", "静默事实", "free-text")]
        let common = "documentNumber: docNumber, authority: authority, decidedOn: decidedOn"
        let keys = "name: name, creditCode: code, registrationNumber: regNumber, \(common)"
        let role = "personInRole: {zh: 政府采购评审专家, en: Expert who evaluates bids in public procurement}"
        return "items:\n"
            + item(
                "quiet-inspection",
                "静默检查",
                polarity: "adverse",
                about: "subjectKinds: all",
                section: "other",
                fields: organisation + decision + facts,
                roles: keys
            )
            + item(
                "quiet-register",
                "静默登记",
                polarity: "neutral",
                about: "subjectKinds: all\n    register: yes",
                section: "registration",
                fields: organisation + decision + [field("address", "静默住所", "text")],
                roles: "\(keys), address: address"
            )
            + item(
                "quiet-expert",
                "静默专家",
                polarity: "adverse",
                about: role,
                section: "other",
                fields: person + decision + facts,
                roles: "name: name, certificate: certificate, \(common)"
            )
    }
}
