import CreditCatalogue
import CreditModel

/// Makes records of one layout that the checker finds nothing to say about, but what their day brings with it.
struct RecordMaker: Sendable {
    let plan: SheetPlan
    let catalogue: Catalogue
    let offices: Offices
    let penalties: PenaltyMaker
    /// Who sends, and what it licenses and punishes.
    let source: Department
    let trade: Trade
    private let stem: String

    init(_ plan: SheetPlan, _ source: Department, _ catalogue: Catalogue, _ offices: Offices) {
        self.plan = plan
        self.catalogue = catalogue
        self.offices = offices
        let list: String? =
            if let kinds = plan.roles.penaltyKinds, case .choices(let id) = plan.item.fields[kinds].type { id } else {
                nil
            }
        penalties = PenaltyMaker(catalogue, list: list)
        self.source = source
        trade = Trade.of(source)
        stem = RecordMaker.stem(source, plan, catalogue.city)
    }

    /// A record about an organisation, decided on a day and handed in on another; `nil` where nobody could decide it then.
    func record(
        about organisation: SampleOrganisation,
        person: SamplePerson? = nil,
        decidedOn: Day,
        receivedOn: Day,
        serial: Int,
        _ random: inout RandomSource
    ) -> SampleRecord? {
        guard let authority = offices.deciding(for: source, plan.item, on: decidedOn) else { return nil }
        let sanction = plan.archetype == .penalty ? penalties.sanction(on: decidedOn, &random) : nil
        guard plan.archetype != .penalty || sanction != nil else { return nil }
        let edition = plan.scheme?.edition(on: decidedOn)
        guard plan.scheme == nil || edition?.grades.isEmpty == false else { return nil }
        let licence = random.choose(trade.licences)
        let facts = RecordFacts(
            organisation: organisation,
            person: person,
            // A decision keeps the name of its day; the register gives the name of today.
            name: organisation.name(on: plan.archetype == .registration ? receivedOn : decidedOn),
            decidedOn: decidedOn,
            receivedOn: receivedOn,
            source: source,
            authority: authority,
            licence: licence,
            offence: random.choose(trade.offences),
            sanction: sanction,
            documentNumber: documentNumber(authority, decidedOn, serial),
            serial: serial,
            validFrom: decidedOn,
            validUntil: validUntil(decidedOn, licence, &random),
            endedOn: endedOn(decidedOn, receivedOn, &random),
            edition: edition
        )
        return record(facts, &random)
    }

    private func record(_ facts: RecordFacts, _ random: inout RandomSource) -> SampleRecord {
        var values = plan.fillers.indices.map { field in
            let value = value(of: field, facts, &random)
            return Text.cut(value, to: plan.item.fields[field].maxLength)
        }
        for field in values.indices where values[field].isEmpty && plan.requires(field, given: values) {
            values[field] = forced(field, facts, &random)
        }
        return SampleRecord(
            organisation: facts.organisation,
            person: facts.person,
            decidedOn: facts.decidedOn,
            authority: facts.authority,
            values: values,
            sanction: facts.sanction
        )
    }

    private func validUntil(_ day: Day, _ licence: Trade.Licence?, _ random: inout RandomSource) -> Day? {
        if plan.isSector, let until = plan.roles.validUntil, let end = plan.days.end(of: until, from: day) {
            return end
        }
        return switch plan.archetype {
        case .licence where !random.chance(0.12): day.adding(months: 12 * (licence?.years ?? 3)).adding(days: -1)
        case .penalty, .commitment: random.chance(0.1) ? nil : day.adding(months: [12, 24, 36][random.below(3)])
        case .honour: random.chance(0.5) ? nil : day.adding(months: 36)
        case .grade, .points: day.adding(months: 12).adding(days: -1)
        default: nil
        }
    }

    /// One in seven entries that stood for a while was ended before it was sent.
    private func endedOn(_ day: Day, _ received: Day, _ random: inout RandomSource) -> Day? {
        let length = day.days(until: received)
        guard plan.isSector, plan.item.polarity == .adverse, plan.roles.endedOn != nil, length > 4, random.chance(0.15)
        else { return nil }
        return day.adding(days: 3 + random.below(length - 3))
    }

    private func documentNumber(_ authority: Department, _ day: Day, _ serial: Int) -> String {
        let stem = authority.id == source.id ? stem : RecordMaker.stem(authority, plan, catalogue.city)
        let year = day.civil.year
        if let own = sectorNumber(stem, year, serial) { return own }
        return serial % 11 == 0 ? "\(stem)[\(year)]第\(serial)号" : "\(stem)〔\(year)〕\(serial)号"
    }

    /// A number of the form that the item's example has: a court's, or one with the sector's own word for the matter.
    private func sectorNumber(_ stem: String, _ year: Int, _ serial: Int) -> String? {
        guard plan.isSector, let field = plan.roles.documentNumber, !plan.item.fields[field].example.isEmpty else {
            return nil
        }
        let example = plan.item.fields[field].example
        guard example.hasPrefix(catalogue.city.name.zh.prefix(1)), let bracket = example.firstIndex(of: "〔"),
            let matter = example[..<bracket].last, matter != "字"
        else {
            return ExampleText(yearShift: year - (plan.days.year ?? year), latestYear: year, number: serial)
                .numbered(example)
        }
        let office = stem.hasSuffix("字") ? stem.dropLast() : stem[...]
        return "\(office)\(matter)〔\(year)〕\(serial)号"
    }

    /// What stands before the year: the city's first character, the department's short name, and what it is about.
    private static func stem(_ authority: Department, _ plan: SheetPlan, _ city: City) -> String {
        let shortest = authority.shortNames.min { $0.count < $1.count } ?? authority.name.zh
        // 市场监管局 beside 市市场监管局: the first character is the city's only where no longer form has it twice.
        let isBare = !shortest.hasPrefix("市") || authority.shortNames.contains("市" + shortest)
        let bare = isBare ? shortest[...] : shortest.dropFirst()
        let stem = bare.hasSuffix("局") || bare.hasSuffix("委") ? bare.dropLast() : bare
        let matter =
            switch plan.archetype {
            case .penalty: "罚字"
            case .licence where !plan.isSector: "许字"
            case .listEntry where !plan.isSector: "列字"
            case .honour where !plan.isSector: "发"
            default: "字"
            }
        return city.name.zh.prefix(1) + stem + matter
    }
}
