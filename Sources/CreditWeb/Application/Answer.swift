import HTTPTypes
import Hummingbird
import NIOCore

/// Makes responses: pages, data, "as you have it", "go there".
enum Answer {
    /// How long what was sent may be used without asking again.
    enum Keeping {
        /// Ask each time: what was taken down must be gone at once.
        case asking(tag: String)
        /// For ever: the address changes with the content.
        case forEver(tag: String)
        /// Not at all.
        case never
    }

    static func page(_ body: PageBody, _ call: Call, keeping: Keeping) -> Response {
        page(body, call.visit, keeping: keeping, status: .ok)
    }

    static func page(_ body: PageBody, _ visit: Visit, keeping: Keeping, status: HTTPResponse.Status) -> Response {
        let html = PageFrame(visit: visit).around(body)
        var response = make(html.bytes, "text/html; charset=utf-8", keeping, status)
        response.headers[.contentLanguage] = visit.language.tag
        if body.isPrivate { response.headers.set(HeaderNames.referrerPolicy, "no-referrer") }
        if !body.isIndexed { response.headers.set(HeaderNames.robots, "noindex") }
        return response
    }

    static func json(_ bytes: [UInt8], keeping: Keeping) -> Response {
        var response = make(bytes, "application/json; charset=utf-8", keeping, .ok)
        response.headers.set(HeaderNames.robots, "noindex")
        return response
    }

    static func make(_ bytes: [UInt8], _ type: String, _ keeping: Keeping, _ status: HTTPResponse.Status) -> Response {
        var headers = header(keeping)
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What the caller holds is still right.
    static func unchanged(tag: String) -> Response {
        var response = Response(status: .notModified, headers: header(.asking(tag: tag)))
        // Its length would be read as that of the page.
        response.headers[.contentLength] = nil
        return response
    }

    static func redirect(to address: String, for good: Bool) -> Response {
        var headers = header(.never)
        headers[.location] = address
        return Response(status: good ? .permanentRedirect : .seeOther, headers: headers)
    }

    private static func header(_ keeping: Keeping) -> HTTPFields {
        var headers = HTTPFields()
        switch keeping {
        case .asking(let tag):
            headers[.cacheControl] = "public, no-cache"
            headers[.eTag] = tag
        case .forEver(let tag):
            headers[.cacheControl] = "public, max-age=31536000, immutable"
            headers[.eTag] = tag
        case .never: headers[.cacheControl] = "no-store"
        }
        return headers
    }
}

/// Header names that the standard list does not have.
enum HeaderNames {
    static let robots = HTTPField.Name("X-Robots-Tag")
    static let requestNumber = HTTPField.Name("X-Request-ID")
    static let frameOptions = HTTPField.Name("X-Frame-Options")
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")
    static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")
}

extension HTTPFields {
    /// Sets a field whose name is not in the standard list.
    mutating func set(_ name: HTTPField.Name?, _ value: String) {
        if let name { self[name] = value }
    }
}
