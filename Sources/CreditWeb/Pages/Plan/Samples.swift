import CreditCatalogue
import CreditFiles
import CreditModel
import CreditStore
import Synchronization

/// One published entry of each item, for whoever wants to see what it looks like; kept for each state of the ledger.
///
/// Only what the public lists show is ever looked at.
final class Samples: Sendable {
    /// What of an item can be shown as an example.
    enum Sample: Sendable, Hashable {
        /// An entry that is published today.
        case entry(Int64)
        /// There are entries, but those looked at are of sole traders, to whom no page leads by chance (limit 1).
        case listed
        /// Nothing is published today.
        case none
    }

    /// So many entries of an item are looked at.
    private static let looked = 5

    private let kept = Mutex<(tag: String, found: [String: Sample])>(("", [:]))

    /// The samples of items that have a public list; others have none.
    func read(_ items: [Item], _ backstage: Backstage, tag: String, today: Day) async throws -> [String: Sample] {
        var found = kept.withLock { $0.tag == tag ? $0.found : [:] }
        for item in items where item.isListed && found[item.id] == nil {
            let list = try await backstage.desk.list(ListQuery(item: item.id, today: today, limit: Samples.looked))
            let shown = list.rows.first { $0.subject.kind.isFoundByPartOfName }
            found[item.id] = shown.map { .entry($0.entry.id) } ?? (list.rows.isEmpty ? Sample.none : .listed)
        }
        let merged = found
        kept.withLock { kept in
            kept = (tag, kept.tag == tag ? kept.found.merging(merged) { $1 } : merged)
        }
        return found
    }
}

/// The way to one entry of an item, or the plain word that there is none.
struct SampleLink: Sendable {
    let visit: Visit
    let item: Item
    let sample: Samples.Sample?

    /// Nothing for an item that is shown to nobody.
    var html: HTML {
        guard item.isListed, let sample else { return "" }
        let list: HTML =
            "<a href=\"\(visit.link(.list(item: item.id)))\">\(visit.say("已公示的", "what is published"))</a>"
        switch sample {
        case .entry(let id):
            return """
                <a href="\(visit.link(.entry(id)))" rel="nofollow">\(visit.say("信用档案中的一条", "one in a credit file"))</a> \(list)
                """
        case .listed: return list
        case .none: return visit.say("还没有公示的记录", "nothing is published yet")
        }
    }
}
