import CreditModel
import CreditStore
import Hummingbird

/// What machines ask a site for: whether it lives, what robots may read, its files.
struct Utilities: Sendable {
    let backstage: Backstage

    /// Alive only if the store answers.
    func health() async throws -> Response {
        guard let head = try? await backstage.store.head() else { throw Problem.unavailable }
        let bytes = JSONWriter.text { json in
            json.member("status", "ok")
            json.member("ledgerSize", head.size)
        }
        return Answer.json(bytes, keeping: .never)
    }

    /// Search results and data are not for robots; what else they may not keep says so itself.
    func robots() -> Response {
        let lines = [
            "User-agent: *", "Disallow: /api/", "Disallow: /search", "Disallow: /en/search", "Disallow: /*on=",
            "Disallow: /check/", "Disallow: /en/check/", "",
        ]
        return Answer.make(
            Array(lines.joined(separator: "\n").utf8),
            "text/plain; charset=utf-8",
            .asking(tag: "\"robots-2\""),
            .ok
        )
    }

    func asset(_ name: String, version: String?) throws(Problem) -> Response {
        guard let asset = backstage.assets[name] else { throw .notFound }
        let tag = "\"" + asset.version + "\""
        return Answer.make(
            asset.bytes,
            asset.type,
            version == asset.version ? .forEver(tag: tag) : .asking(tag: tag),
            .ok
        )
    }
}
