import CreditCatalogue
import CreditModel

extension FileMaker {
    /// A record that no earlier one of the stream has the key of; a file's first one may have it where subjects are few.
    func newRecord(
        _ position: Int,
        _ file: PlannedFile,
        _ stream: inout Stream,
        _ day: Day,
        isFirst: Bool,
        _ random: inout RandomSource
    ) -> SampleRecord? {
        let tries = stream.register.isEmpty ? 12 : 1
        var last: SampleRecord?
        for _ in 0..<tries {
            guard let record = record(position, file, &stream, day, &random) else { continue }
            guard stream.plan.isSector else { return record }
            last = record
            if stream.keys.insert(key(record, stream.plan)).inserted { return record }
        }
        return isFirst ? last : nil
    }

    private func key(_ record: SampleRecord, _ plan: SheetPlan) -> String {
        let values = plan.item.fields.indices.filter { plan.item.keyFields.contains(plan.item.fields[$0].id) }
            .map { record.values[$0] }
        return (values + [record.person?.number ?? record.organisation.creditCode]).joined(separator: "|")
    }

    private func record(
        _ position: Int,
        _ file: PlannedFile,
        _ stream: inout Stream,
        _ day: Day,
        _ random: inout RandomSource
    ) -> SampleRecord? {
        stream.serial += 1
        let isRegister = !stream.register.isEmpty
        let registered = isRegister ? stream.register[file.part.lowerBound + position] : nil
        guard let organisation = registered ?? population.organisation(among: stream.pool, on: day, &random) else {
            return nil
        }
        return stream.maker.record(
            about: organisation,
            person: stream.plan.archetype == .personInRole ? random.choose(population.people) : nil,
            decidedOn: isRegister ? organisation.establishedOn : day,
            receivedOn: file.received,
            serial: stream.serial,
            &random
        )
    }

    /// An earlier record with the same key and other content.
    func correction(_ stream: inout Stream, _ received: Day, _ random: inout RandomSource) -> SampleRecord? {
        guard !stream.recent.isEmpty else { return nil }
        var record = stream.recent.remove(at: random.below(stream.recent.count))
        let plan = stream.plan
        if let ended = plan.roles.endedOn, plan.has(ended) {
            record.values[ended] = received.adding(days: -1).iso
            end(&record, plan, &random)
            return record.decidedOn < received.adding(days: -1) ? record : nil
        }
        guard let remark = plan.fillers.firstIndex(where: { if case .remark = $0 { true } else { false } }),
            plan.has(remark),
            !plan.item.keyFields.contains(plan.item.fields[remark].id)
        else { return nil }
        record.values[remark] = "更正前次报送内容"
        return record
    }

    /// What the end of an entry brings with it.
    private func end(_ record: inout SampleRecord, _ plan: SheetPlan, _ random: inout RandomSource) {
        for (field, filler) in plan.fillers.enumerated() where plan.has(field) {
            switch filler {
            case .endReason: record.values[field] = random.word(RowWords.endReasons)
            case .endAuthority: record.values[field] = record.authority.name.zh
            case .endNumber:
                let number = plan.roles.documentNumber.map { record.values[$0] } ?? ""
                record.values[field] = number.replacing("号", with: "-1号")
            default: break
            }
        }
    }

    func remember(_ record: SampleRecord, _ stream: inout Stream, _ random: inout RandomSource) {
        guard stream.register.isEmpty, random.chance(0.2) else { return }
        if stream.recent.count < 12 {
            stream.recent.append(record)
        } else {
            stream.recent[random.below(12)] = record
        }
    }
}
