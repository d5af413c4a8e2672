import CreditModel
import HTTPTypes
import Testing

@testable import CreditWeb

@Suite("Around every answer")
struct MiddlewareTests {
    @Test(
        "browsers are told what our pages do not do",
        arguments: ["/", "/nowhere", "/api/v1/ledger/head", "/assets/site.css"]
    )
    func securityHeaders(address: String) async throws {
        let headers = try await TestPortal().get(address).headers
        #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
        #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(HeaderNames.requestNumber.flatMap { headers[$0] } == "a1b2-c3d4-e5f6")
    }

    @Test(
        "TLS is insisted on everywhere but on the machine itself",
        arguments: [
            ("127.0.0.1:8080", false), ("localhost", false), ("[::1]:80", false), ("credit.example", true),
        ]
    )
    func strictTransport(authority: String, isStrict: Bool) async throws {
        let headers = try await TestPortal().get("/", authority: authority).headers
        #expect((headers[.strictTransportSecurity] != nil) == isStrict)
    }

    @Test("a log line tells the pattern, never the code or the query")
    func logs() async throws {
        let portal = try TestPortal()
        _ = try await portal.get("/en/file/\(SampleFiles.full)?on=2025-01-01")
        _ = try await portal.get("/search?q=%E9%BE%99%E6%B3%89")
        let lines = portal.logs.lines
        #expect(lines.count == 2)
        #expect(lines[0].contains("method=GET") && lines[0].contains("/en/file/") && lines[0].contains("status=200"))
        let all = lines.joined()
        for secret in [SampleFiles.full, "2025-01-01", "E9%BE%99", "龙泉"] { #expect(!all.contains(secret)) }
    }

    @Test("robots are kept from results and data")
    func robots() async throws {
        let reply = try await TestPortal().get("/robots.txt")
        #expect(reply.text.contains("Disallow: /search\n") && reply.text.contains("Disallow: /api/\n"))
    }
}
