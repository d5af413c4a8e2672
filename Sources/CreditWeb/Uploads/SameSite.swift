import HTTPTypes
import Hummingbird

/// Whether a form that is sent is one of ours.
///
/// There is no cookie that another site could make use of; but nobody's browser is to work for another site.
enum SameSite {
    /// - Throws: `Problem` where a browser says that another site sent the form.
    static func check(_ request: Request) throws(Problem) {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            guard site == "same-origin" || site == "none" else { throw .otherSite }
            return
        }
        // Browsers that say less send at least where the form stood; "null" is what pages without a referrer send.
        guard let origin = request.headers[.origin], origin != "null" else { return }
        guard let host = origin.split(separator: "/").last, host[...] == (request.head.authority ?? "")[...] else {
            throw .otherSite
        }
    }
}
