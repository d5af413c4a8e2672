import CreditCatalogue
import CreditModel
import CreditRules
import Testing

/// Facts of records as the fold would know them.
enum Facts {
    /// A penalty received on the day of its decision.
    static func penalty(
        _ kinds: [String],
        decided: String = "2026-03-02",
        fine: Amount? = nil,
        shownUntil: String? = nil,
        standing: RecordStanding = .current,
        decidedTier: Tier? = nil
    ) throws -> RecordFacts {
        var fields = FieldMap()
        if !kinds.isEmpty { fields["kinds"] = .choices(kinds) }
        if let fine { fields["fine"] = .amount(fine) }
        if let shownUntil { fields["shownUntil"] = .day(try day(shownUntil)) }
        return try record("penalty", decided: decided, fields: fields, standing: standing, decidedTier: decidedTier)
    }

    /// A record of any item.
    static func record(
        _ item: String,
        decided: String = "2026-03-02",
        received: String? = nil,
        validUntil: String? = nil,
        fields: FieldMap = FieldMap(),
        standing: RecordStanding = .current,
        decidedTier: Tier? = nil
    ) throws -> RecordFacts {
        let decidedOn = try day(decided)
        let document = try #require(DecisionDocument(number: "1号", authority: "某局", decidedOn: decidedOn))
        return RecordFacts(
            record: CreditRecord(
                item: item,
                subject: SubjectKeys(name: "某公司", creditCode: CreditCode("91220402MA0TEWT1X6")),
                bearing: .adverse(document),
                decidedOn: decidedOn,
                validFrom: nil,
                validUntil: try validUntil.map { try day($0) },
                fields: fields
            ),
            receivedOn: try day(received ?? decided),
            standing: standing,
            decidedTier: decidedTier
        )
    }
}
