import HTTPTypes
import Hummingbird

/// What keeps a browser from doing on our pages what we did not write.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = PortalContext

    static let contentPolicy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ]
    .joined(separator: "; ")

    func handle(
        _ request: Request,
        context: PortalContext,
        next: @concurrent (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = SecurityHeaders.contentPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers.set(HeaderNames.frameOptions, "DENY")
        response.headers.set(HeaderNames.referrerPolicy, "same-origin")
        response.headers.set(HeaderNames.openerPolicy, "same-origin")
        response.headers.set(
            HeaderNames.permissionsPolicy,
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        if !SecurityHeaders.isLoopback(request.head.authority) {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        return response
    }

    /// On the machine itself there is no TLS, and a browser must not be told to insist on it.
    static func isLoopback(_ authority: String?) -> Bool {
        guard let authority else { return true }
        return authority.hasPrefix("127.") || authority.hasPrefix("localhost") || authority.hasPrefix("[::1]")
    }
}
