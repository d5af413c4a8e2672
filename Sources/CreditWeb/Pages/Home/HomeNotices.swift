import CreditCatalogue
import CreditFiles
import CreditModel
import CreditSearch
import CreditStore
import Synchronization

/// What the home page tells that is not fixed; read once for each state of the ledger.
final class HomeNotices: Sendable {
    /// Examples for the search box, and what came in during the last seven days.
    struct News: Sendable {
        /// A part of a name, pinyin, a code: each finds something.
        let examples: [String]
        /// By department, the one with the most first.
        let received: [(source: String, counts: [ReceivedCount])]
    }

    /// So many organisations are looked through for examples.
    private static let candidates = 30

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

    /// From the organisations with the latest registrations, and licences where there are none: praise and blame are no
    /// examples.
    private func examples(_ backstage: Backstage, today: Day) async throws -> [String] {
        var found: [PublicSubject] = []
        let plain = backstage.catalogue.items.filter { $0.isListed && $0.polarity == .neutral && $0.content == .fact }
        let items = plain.filter(\.isRegister) + plain.filter { !$0.isRegister && $0.reportWithin != nil }
        for item in items where found.count < HomeNotices.candidates {
            let page = try await backstage.desk.list(ListQuery(item: item.id, today: today, limit: 30))
            let rows = page.rows.filter { $0.entry.polarity == .neutral && $0.subject.kind.isFoundByPartOfName }
            for row in rows where found.count < HomeNotices.candidates {
                if !found.contains(where: { $0.key == row.subject.key }) { found.append(row.subject) }
            }
        }
        guard let first = found.first else { return [] }
        let part = HomeNotices.part(of: first.name, backstage)
        var examples = [part]
        for subject in found.dropFirst() where examples.count < 2 {
            if let pinyin = try await pinyin(of: subject, backstage, today),
                HomeNotices.part(of: subject.name, backstage) != part
            {
                examples.append(pinyin)
                found.removeAll { $0.key == subject.key }
            }
        }
        return examples + found.dropFirst().prefix(3 - examples.count).map(\.key)
    }

    /// The pinyin of a name's brand, where people would say it so and it finds the name.
    private func pinyin(of subject: PublicSubject, _ backstage: Backstage, _ today: Day) async throws -> String? {
        guard let pinyin = Pinyin.sure(HomeNotices.part(of: subject.name, backstage)) else { return nil }
        let outcome = try await backstage.search.find(pinyin, limit: ResultsPage.mostHits, today: today)
        return outcome.hits.contains { $0.key == subject.key } ? pinyin : nil
    }

    /// The telling characters of a name: its brand, else what follows the city's.
    private static func part(of name: String, _ backstage: Backstage) -> String {
        let parts = backstage.parser.parts(of: name)
        let brand = parts.text(parts.brand)
        return (2...4).contains(brand.count) ? brand : part(of: name, city: backstage.catalogue.city.name.zh)
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
