import HTTPTypes
import Hummingbird

/// What keeps a browser from doing on our pages what we did not write.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = PortalContext

    static let contentPolicy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'", "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ]
    .joined(separator: "; ")

    /// Made once: hardly an answer sets one of these itself.
    private static let always: [HTTPField] = {
        let named: [(HTTPField.Name?, String)] = [
            (.contentSecurityPolicy, contentPolicy), (.xContentTypeOptions, "nosniff"),
            (HeaderNames.frameOptions, "DENY"), (HeaderNames.referrerPolicy, "same-origin"),
            (HeaderNames.openerPolicy, "same-origin"),
            (HeaderNames.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ]
        return named.compactMap { name, value in name.map { HTTPField(name: $0, value: value) } }
    }()

    private static let overTLS =
        always + [HTTPField(name: .strictTransportSecurity, value: "max-age=31536000; includeSubDomains")]

    func handle(
        _ request: Request,
        context: PortalContext,
        next: @concurrent (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let isLoopback = SecurityHeaders.isLoopback(request.head.authority)
        for field in isLoopback ? SecurityHeaders.always : SecurityHeaders.overTLS
        where !response.headers.contains(field.name) { response.headers.append(field) }
        return response
    }

    /// On the machine itself there is no TLS, and a browser must not be told to insist on it.
    static func isLoopback(_ authority: String?) -> Bool {
        guard let authority else { return true }
        return authority.hasPrefix("127.") || authority.hasPrefix("localhost") || authority.hasPrefix("[::1]")
    }
}
