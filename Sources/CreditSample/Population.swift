import CreditCatalogue
import CreditModel

/// The organisations of the sample city.
struct Population: Sendable {
    let organisations: [SampleOrganisation]
    /// People in roles, one for every ten organisations.
    let people: [SamplePerson]

    init(count: Int, catalogue: Catalogue, window: ClosedRange<Day>, random: RandomSource) {
        var random = random
        var names = NameMaker(city: catalogue.city)
        let shares = Population.shares.filter { share in
            let bytes = Array(share.prefix.utf8)
            return catalogue.identifiers.knows(bytes[0], bytes[1])
        }
        let all = (0..<min(count, SyntheticCode.capacity))
            .map { serial in
                let prefix = Population.prefix(serial, shares, &random)
                return Population.organisation(serial, prefix, catalogue.city, window, &names, &random)
            }
        organisations = all
        people = Population.people(max(40, all.count / 10), catalogue.city, &random)
    }

    private static func people(_ count: Int, _ city: City, _ random: inout RandomSource) -> [SamplePerson] {
        (0..<count)
            .map { serial in
                SamplePerson(
                    serial: serial,
                    name: random.word(Vocabulary.surnames) + random.word(Vocabulary.givenNames),
                    number: SyntheticCode.citizenNumber(
                        division: random.choose(city.districts)?.code ?? city.division,
                        &random
                    )
                )
            }
    }

    /// The places of organisations of some kinds, of those whose names go with the matter where there are several.
    func pool(of kinds: Set<SubjectKind>, named words: [String]) -> [Int] {
        let all = organisations.indices.filter { kinds.contains(organisations[$0].kind) }
        let fitting =
            words.isEmpty
            ? [] : all.filter { place in words.contains { Text.holds($0, in: organisations[place].name) } }
        return fitting.count < 8 ? all : fitting
    }

    /// An organisation of a pool that stood on a day.
    func organisation(among pool: [Int], on day: Day, _ random: inout RandomSource) -> SampleOrganisation? {
        for _ in 0..<64 {
            guard let place = random.choose(pool) else { return nil }
            if organisations[place].establishedOn <= day { return organisations[place] }
        }
        return pool.lazy.map { organisations[$0] }.first { $0.establishedOn <= day }
    }

    private struct Share {
        let prefix: String
        let weight: Int
    }

    private static let shares = [
        Share(prefix: "91", weight: 520), Share(prefix: "92", weight: 300), Share(prefix: "93", weight: 50),
        Share(prefix: "12", weight: 30), Share(prefix: "11", weight: 12), Share(prefix: "51", weight: 18),
        Share(prefix: "52", weight: 22), Share(prefix: "53", weight: 4), Share(prefix: "31", weight: 10),
        Share(prefix: "81", weight: 6), Share(prefix: "N2", weight: 18), Share(prefix: "N1", weight: 6),
        Share(prefix: "N3", weight: 4),
    ]

    private static func prefix(_ serial: Int, _ shares: [Share], _ random: inout RandomSource) -> String {
        // The first ones are one of each kind, so that even a hamlet has them all.
        if serial < shares.count { return shares[serial].prefix }
        var left = random.below(max(1, shares.reduce(0) { $0 + $1.weight }))
        for share in shares {
            left -= share.weight
            if left < 0 { return share.prefix }
        }
        return "91"
    }

    private static func organisation(
        _ serial: Int,
        _ prefix: String,
        _ city: City,
        _ window: ClosedRange<Day>,
        _ names: inout NameMaker,
        _ random: inout RandomSource
    ) -> SampleOrganisation {
        let bytes = Array(prefix.utf8)
        let kind = SubjectKind(registrar: bytes[0], category: bytes[1])
        let district = random.below(max(1, city.districts.count))
        let division = city.districts.isEmpty ? city.division : city.districts[district].code
        let established = establishedOn(window, &random)
        let age = max(1, established.days(until: window.upperBound))
        let name = names.name(prefix: prefix, district: district, &random)
        let former = random.chance(0.05) ? names.name(prefix: prefix, district: district, &random) : nil
        return SampleOrganisation(
            serial: serial,
            prefix: prefix,
            kind: kind,
            division: division,
            district: district,
            names: (name, former, former.map { _ in established.adding(days: 1 + random.below(age)) }),
            establishedOn: established,
            address: address(district, city, &random),
            representative: random.word(Vocabulary.surnames) + random.word(Vocabulary.givenNames),
            capital: [5, 10, 30, 50, 100, 200, 300, 500, 800, 1000, 3000][random.below(11)] * 10_000,
            scope: random.word(Vocabulary.scopes)
        )
    }

    private static func establishedOn(_ window: ClosedRange<Day>, _ random: inout RandomSource) -> Day {
        let length = max(1, window.lowerBound.days(until: window.upperBound) - 40)
        if random.chance(0.08) { return window.lowerBound.adding(days: random.below(length)) }
        return window.lowerBound.adding(days: -30 - random.below(20 * 365))
    }

    private static func address(_ district: Int, _ city: City, _ random: inout RandomSource) -> String {
        let place = city.districts.isEmpty ? "" : city.districts[district].name.zh
        return city.name.zh + place + random.word(Vocabulary.streets) + "\(1 + random.below(999))号"
    }
}
