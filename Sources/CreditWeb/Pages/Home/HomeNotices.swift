import CreditCatalogue
import CreditFiles
import CreditModel
import CreditStore
import Synchronization

/// What the home page tells that is not fixed; read once for each state of the ledger.
final class HomeNotices: Sendable {
    /// Examples for the search box, and what came in during the last seven days.
    struct News: Sendable {
        /// A part of a name, a name, a code: each finds something.
        let examples: [String]
        /// By department, the one with the most first.
        let received: [(source: String, counts: [ReceivedCount])]
    }

    private let kept = Mutex<(tag: String, news: News)?>(nil)

    func read(_ backstage: Backstage, tag: String, today: Day) async throws -> News {
        if let kept = kept.withLock({ $0 }), kept.tag == tag { return kept.news }
        let news = News(
            examples: try await examples(backstage, today: today),
            received: HomeNotices.grouped(try await backstage.store.received(since: today.adding(days: -6)))
        )
        kept.withLock { $0 = (tag, news) }
        return news
    }

    /// From the organisations with the latest licences and registrations: praise and blame are no examples.
    private func examples(_ backstage: Backstage, today: Day) async throws -> [String] {
        var found: [PublicSubject] = []
        let items = backstage.catalogue.items.filter { $0.standing == .open && $0.polarity == .neutral && $0.isListed }
        for item in items where found.count < 3 {
            let page = try await backstage.desk.list(ListQuery(item: item.id, today: today, limit: 30))
            for row in page.rows where found.count < 3 && row.subject.kind.isFoundByPartOfName {
                if !found.contains(where: { $0.key == row.subject.key }) { found.append(row.subject) }
            }
        }
        let city = backstage.catalogue.city.name.zh
        return zip(found, [0, 1, 2])
            .map { subject, place in
                switch place {
                case 0: HomeNotices.part(of: subject.name, city: city)
                case 1: subject.name
                default: subject.key
                }
            }
    }

    /// The telling characters of a name, after the city's.
    static func part(of name: String, city: String) -> String {
        let rest = name.hasPrefix(city) ? name.dropFirst(city.count) : name[...]
        return String((rest.count < 2 ? name[...] : rest).prefix(4))
    }

    private static func grouped(_ counts: [ReceivedCount]) -> [(source: String, counts: [ReceivedCount])] {
        Dictionary(grouping: counts.filter { $0.admitted > 0 }, by: \.source)
            .map { ($0.key, $0.value.sorted { ($1.admitted, $0.item) < ($0.admitted, $1.item) }) }
            .sorted { left, right in
                let most = (left.1.reduce(0) { $0 + $1.admitted }, right.1.reduce(0) { $0 + $1.admitted })
                return most.0 == most.1 ? left.0 < right.0 : most.0 > most.1
            }
    }
}

extension Item {
    /// Whether its records may stand in a public list.
    var isListed: Bool { standing == .open && publication != .restricted }
}
