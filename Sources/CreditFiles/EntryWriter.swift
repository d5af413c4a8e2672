import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore

/// Writes stored records as entries that a visitor may see: disclosure first, then only public fields, numbers of persons
/// masked (limits 8–10).
struct EntryWriter: Sendable {
    private let catalogue: Catalogue
    private let english: [String: [String: String]]

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        english = catalogue.codeLists.mapValues { list in
            Dictionary(list.values.map { ($0.text, $0.english) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The entry, or `nil` where a visitor may not see the record on that day under today's rules.
    func entry(_ stored: StoredRecord, of kind: SubjectKind, on day: Day, today: Day, corrected: [Int64]) -> FileEntry?
    {
        let record = stored.facts.record
        let judged = disclose(stored.facts, on: day, today: today, viewer: .visitor, catalogue: catalogue)
        guard judged.isShown, let item = catalogue.item(record.item) else { return nil }
        let source = catalogue.departments[stored.source]
        return FileEntry(
            id: stored.id,
            sequence: stored.sequence,
            item: item.id,
            itemName: item.name,
            title: title(record, item, today),
            polarity: item.polarity,
            authority: record.bearing.document?.authority,
            document: record.bearing.document?.number,
            decidedOn: record.decidedOn,
            validFrom: record.validFrom,
            validUntil: record.validUntil.flatMap { $0.isForever ? nil : $0 },
            shownUntil: judged.window?.until.flatMap { $0.isForever ? nil : $0 },
            hasEnded: judged.hasEnded,
            tier: judged.tier,
            ground: judged.ground,
            rule: judged.tier == nil ? nil : catalogue.publicationRule(on: record.decidedOn)?.title,
            legalBasis: item.legalBasis,
            clauses: item.clauses,
            source: source?.name ?? Bilingual(zh: stored.source, en: stored.source),
            sourceID: stored.source,
            sourceTelephone: source?.telephone,
            receivedAt: stored.receivedAt,
            fields: item.fields.compactMap { publicField($0, record, kind, today) },
            corrected: corrected
        )
    }

    /// A line that says what it is: the kinds of a penalty, else the item's own title field, else the document's number.
    private func title(_ record: CreditRecord, _ item: Item, _ today: Day) -> String {
        let titled = [item.roles.title, item.roles.penaltyKinds].compactMap { $0.flatMap { item.field($0) } }
            .filter { $0.disclosure == .open }.compactMap { record.fields.text($0.id) }.first
        return PersonalText.masked(titled ?? record.bearing.document?.number ?? item.name.zh, on: today)
    }

    private func publicField(
        _ field: Field,
        _ record: CreditRecord,
        _ kind: SubjectKind,
        _ today: Day
    ) -> FileEntry.PublicField? {
        // The name of a sole trader's owner is the person's own (limit 1), whatever key the row came under.
        if case .personName = field.type, kind == .soleTrader { return nil }
        guard field.disclosure == .open, let value = record.fields[field.id], let shown = shown(value, field, today)
        else {
            return nil
        }
        return FileEntry.PublicField(
            id: field.id,
            name: Bilingual(zh: field.heading, en: field.label),
            value: shown
        )
    }

    private func shown(_ value: FieldValue, _ field: Field, _ today: Day) -> Bilingual? {
        switch value {
        case .text(let text):
            let masked = isFree(field) ? PersonalText.masked(text, on: today) : text
            return Bilingual(zh: masked, en: masked)
        case .day(let day): return day.isForever ? Bilingual(zh: "长期", en: "No end date") : day.written
        case .amount(let amount): return Bilingual(zh: amount.yuan + " 元", en: "CNY " + amount.yuan)
        case .choices(let all):
            let words = all.map { PersonalText.masked($0, on: today) }
            return Bilingual(zh: words.joined(separator: "、"), en: inEnglish(words, field))
        // What is left of a certificate number is for those with an authority, whatever the catalogue says.
        case .personal: return nil
        }
    }

    private func isFree(_ field: Field) -> Bool {
        switch field.type {
        case .text, .freeText, .otherCode: true
        default: false
        }
    }

    private func inEnglish(_ words: [String], _ field: Field) -> String {
        switch field.type {
        case .choice(let list), .choices(let list): words.map { english[list]?[$0] ?? $0 }.joined(separator: ", ")
        default: words.joined(separator: ", ")
        }
    }
}
