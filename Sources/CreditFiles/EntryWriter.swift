import CreditCatalogue
import CreditModel
import CreditRules
import CreditStore

/// Writes stored records as entries that a visitor may see: disclosure first, then only public fields, numbers of persons
/// masked (limits 8–10).
///
/// A class without anything that changes: it is handed about once a record.
final class EntryWriter: Sendable {
    private let catalogue: Catalogue
    private let forms: [String: EntryForm]
    private let sections: Set<String>

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        sections = Set(catalogue.sections.map(\.id))
        forms = Dictionary(
            catalogue.items.map { ($0.id, EntryForm($0, catalogue)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whether a visitor may see the record on that day under today's rules.
    func isShown(_ stored: StoredRecord, of kind: SubjectKind, on day: Day, today: Day) -> Bool {
        guard let form = forms[stored.facts.record.item], sections.contains(form.item.section),
            form.item.mayBeTold(of: kind)
        else { return false }
        return disclose(stored.facts, on: day, today: today, viewer: .visitor, catalogue: catalogue).isShown
    }

    /// The entry, or `nil` where a visitor may not see the record on that day under today's rules.
    func entry(_ stored: StoredRecord, of kind: SubjectKind, on day: Day, today: Day, corrected: [Int64]) -> FileEntry?
    {
        let record = stored.facts.record
        let judged = disclose(stored.facts, on: day, today: today, viewer: .visitor, catalogue: catalogue)
        guard judged.isShown, let form = forms[record.item], form.item.mayBeTold(of: kind) else { return nil }
        let item = form.item
        let source = catalogue.departments[stored.source]
        return FileEntry(
            id: stored.id,
            sequence: stored.sequence,
            item: item.id,
            itemName: item.name,
            title: title(record, form, today),
            polarity: judged.tier == nil ? item.polarity : .adverse,
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
            fields: publicFields(record, form, kind, today),
            corrected: corrected
        )
    }

    /// A line that says what it is: the grade of a grade, the item's own title field, the kinds of a penalty, else the
    /// document's number.
    private func title(_ record: CreditRecord, _ form: EntryForm, _ today: Day) -> String {
        var titled: String?
        for id in form.titles where titled == nil { titled = record.fields.text(id) }
        let said = [form.grade(of: record), titled].compactMap(\.self).joined(separator: "，")
        let title = said.isEmpty ? record.bearing.document?.number ?? form.item.name.zh : said
        return PersonalText.masked(title, on: today)
    }

    private func publicFields(
        _ record: CreditRecord,
        _ form: EntryForm,
        _ kind: SubjectKind,
        _ today: Day
    ) -> [FileEntry.PublicField] {
        var fields: [FileEntry.PublicField] = []
        fields.reserveCapacity(record.fields.fields.count)
        form.forEachOpen(of: record) { field, value in
            // The name of a sole trader's owner is the person's own (limit 1), whatever key the row came under.
            if field.isPersonName, kind == .soleTrader { return }
            guard let shown = shown(value, field, record.decidedOn, today) else { return }
            fields.append(FileEntry.PublicField(label: field.label, value: shown))
        }
        return fields
    }

    private func shown(_ value: FieldValue, _ field: OpenField, _ decidedOn: Day, _ today: Day) -> Bilingual? {
        switch value {
        case .text(let text):
            if let grade = field.grade(text, on: decidedOn) { return grade }
            let masked = field.isFree ? PersonalText.masked(text, on: today) : text
            return Bilingual(zh: masked, en: masked)
        case .day(let day): return day.isForever ? Bilingual(zh: "长期", en: "No end date") : day.written
        case .amount(let amount):
            let yuan = amount.yuan
            return Bilingual(zh: yuan + " 元", en: "CNY " + yuan)
        case .choices(let all):
            let words = all.map { PersonalText.masked($0, on: today) }
            let english = words.map { field.english[$0] ?? $0 }
            return Bilingual(zh: words.joined(separator: "、"), en: english.joined(separator: ", "))
        // What is left of a certificate number is for those with an authority, whatever the catalogue says.
        case .personal: return nil
        }
    }
}
