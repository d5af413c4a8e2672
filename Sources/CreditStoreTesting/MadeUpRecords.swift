public import CreditModel

/// Records of organisations that do not exist, with codes whose check characters hold.
public enum MadeUpRecords {
    /// The number is beyond what the pattern of a code has room for.
    struct NoCode: Error {}

    /// A unified code: `kind` is its first two characters.
    public static func code(_ number: Int, kind: String = "91") throws -> CreditCode {
        let digits = String(number)
        let body = Array(("TEW" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits).utf8)
        guard let inner = OrganisationCode.checkCharacter(for: body) else { throw NoCode() }
        let seventeen = Array("\(kind)220402".utf8) + body + [inner]
        guard let outer = CreditCode.checkCharacter(for: seventeen),
            let code = CreditCode(String(decoding: seventeen + [outer], as: UTF8.self))
        else { throw NoCode() }
        return code
    }

    /// The day so many days after 2026-03-02.
    public static func day(_ offset: Int) -> Day { Day(number: 20_514).adding(days: offset) }

    /// A licence; key fields are its document and certificate numbers.
    public static func licence(
        _ number: Int,
        of keys: SubjectKeys,
        decidedOn: Day = day(0),
        content: String = "预包装食品销售",
        document spelt: String? = nil
    ) -> CreditRecord {
        let text = spelt ?? "许〔2026〕\(number)号"
        let document = DecisionDocument(number: text, authority: "某局", decidedOn: decidedOn)
        return CreditRecord(
            item: "licence",
            subject: keys,
            bearing: .neutral(document),
            decidedOn: decidedOn,
            validFrom: decidedOn,
            validUntil: decidedOn.adding(months: 60),
            fields: FieldMap([
                .init(id: "name", value: .text(keys.name)), .init(id: "content", value: .text(content)),
                .init(id: "docNumber", value: .text(text)),
                .init(id: "certNumber", value: .text("JY\(number)")),
                .init(id: "decidedOn", value: .day(decidedOn)),
            ])
        )
    }

    /// A penalty; its key field is its document's number.
    public static func penalty(
        _ number: Int,
        of keys: SubjectKeys,
        kinds: [String] = ["罚款"],
        fine: Amount = Amount(fen: 500_000),
        decidedOn: Day = day(0),
        document spelt: String? = nil
    ) throws -> CreditRecord {
        let text = spelt ?? "罚〔2026〕\(number)号"
        guard let document = DecisionDocument(number: text, authority: "某局", decidedOn: decidedOn) else {
            throw NoCode()
        }
        return CreditRecord(
            item: "penalty",
            subject: keys,
            bearing: .adverse(document),
            decidedOn: decidedOn,
            validFrom: nil,
            validUntil: decidedOn.adding(months: 12),
            fields: FieldMap([
                .init(id: "docNumber", value: .text(text)), .init(id: "kinds", value: .choices(kinds)),
                .init(id: "fine", value: .amount(fine)), .init(id: "decidedOn", value: .day(decidedOn)),
                .init(id: "violation", value: .text("违反规定")),
                .init(
                    id: "repIdNumber",
                    value: .personal(PersonalMark(mask: "9*7", hash: .init(repeating: 3, count: 16)))
                ),
            ])
        )
    }

    /// Registration data; the key field is the code.
    public static func registration(
        of keys: SubjectKeys,
        address: String = "示例街1号",
        status: String = "存续",
        established: Day = day(-400)
    ) -> CreditRecord {
        var fields = FieldMap([
            .init(id: "name", value: .text(keys.name)), .init(id: "address", value: .text(address)),
            .init(id: "status", value: .choices([status])), .init(id: "established", value: .day(established)),
        ])
        if let code = keys.creditCode { fields["code"] = .text(code.text) }
        if let number = keys.registrationNumber { fields["regNumber"] = .text(number) }
        return CreditRecord(
            item: "registration",
            subject: keys,
            bearing: .neutral(nil),
            decidedOn: established,
            validFrom: nil,
            validUntil: nil,
            fields: fields
        )
    }

    /// A record of an item that no catalogue has, which is therefore restricted.
    public static func restricted(of keys: SubjectKeys, content: String = "例行检查") -> CreditRecord {
        CreditRecord(
            item: "restricted-item",
            subject: keys,
            bearing: .neutral(nil),
            decidedOn: day(0),
            validFrom: nil,
            validUntil: nil,
            fields: FieldMap([
                .init(id: "name", value: .text(keys.name)), .init(id: "content", value: .text(content)),
                .init(id: "decidedOn", value: .day(day(0))),
            ])
        )
    }

    /// A record of person `number` in a role; what the store is given of the certificate's number is its mark.
    public static func role(
        _ number: UInt8,
        item: String = "restricted-role",
        name: String? = nil,
        content: String = "评审迟到"
    ) throws -> RoleRecord {
        guard let document = DecisionDocument(number: "评〔2026〕1号", authority: "某局", decidedOn: day(0)) else {
            throw NoCode()
        }
        let mark = PersonalMark(mask: "2****************\(number % 10)", hash: .init(repeating: number, count: 16))
        let name = name ?? "某人\(number)"
        return RoleRecord(
            item: item,
            person: PersonInRole(name: name, certificate: mark),
            bearing: .adverse(document),
            decidedOn: day(0),
            validFrom: nil,
            validUntil: nil,
            fields: FieldMap([
                .init(id: "name", value: .text(name)), .init(id: "certificate", value: .personal(mark)),
                .init(id: "content", value: .text(content)), .init(id: "decidedOn", value: .day(day(0))),
                .init(id: "docNumber", value: .text(document.number)),
            ])
        )
    }

    /// The keys of organisation `number`: its own code and name.
    public static func organisation(_ number: Int, kind: String = "91", name: String? = nil) throws -> SubjectKeys {
        SubjectKeys(name: name ?? "示例\(number)号有限公司", creditCode: try code(number, kind: kind))
    }
}
