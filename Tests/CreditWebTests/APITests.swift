import CreditLedger
import CreditModel
import Foundation
import HTTPTypes
import LibCrypto
import Testing

@testable import CreditWeb

@Suite("The API")
struct APITests {
    /// A real address for every path that is described.
    static let addresses: [(path: String, address: String)] = [
        ("/search", "/search?q=%E7%A4%BA%E4%BE%8B"), ("/suggest", "/suggest?q=%E7%A4%BA%E4%BE%8B&limit=3"),
        ("/suggest", "/suggest?q=xx"), ("/files/{key}", "/files/\(SampleFiles.full)"),
        ("/files/{key}", "/files/\(SampleFiles.quiet)?on=2025-01-01"), ("/files/{key}", "/files/\(SampleFiles.trader)"),
        ("/entries/{id}", "/entries/13"), ("/entries/{id}", "/entries/7"), ("/entries/{id}/proof", "/entries/13/proof"),
        ("/lists/{item}", "/lists/licence?limit=2&source=ecology"), ("/lists/{item}", "/lists/penalty"),
        ("/catalogue", "/catalogue"), ("/catalogue/items/{item}", "/catalogue/items/penalty"),
        ("/catalogue/items/{item}", "/catalogue/items/points"), ("/departments", "/departments"),
        ("/departments/{department}", "/departments/industry-commerce"), ("/plan", "/plan"), ("/laws", "/laws"),
        ("/ledger/head", "/ledger/head"), ("/ledger/entries/{sequence}", "/ledger/entries/3"),
        ("/openapi.json", "/openapi.json"),
    ]

    private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test("describes every route, and nothing else")
    func everyRouteIsDescribed() throws {
        let description = try APITests.object(PackageResources.openapi_json)
        let paths = try #require(description["paths"] as? [String: Any])
        let routes = EndpointRoute.allCases.map { route in
            route.rawValue.dropFirst("/api/v1".count).split(separator: "/")
                .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : "\($0)" }
                .reduce("") { $0 + "/" + $1 }
        }
        #expect(Set(paths.keys) == Set(routes))
        // What is sent to be checked has tests of its own.
        #expect(Set(APITests.addresses.map(\.path)) == Set(routes).subtracting(["/check", "/check/{token}"]))
    }

    @Test("answers as it is described", arguments: addresses)
    func answersHold(path: String, address: String) async throws {
        let description = try APITests.object(PackageResources.openapi_json)
        let get = ((description["paths"] as? [String: Any])?[path] as? [String: Any])?["get"] as? [String: Any]
        let good = (get?["responses"] as? [String: Any])?["200"] as? [String: Any]
        let content = (good?["content"] as? [String: Any])?["application/json"] as? [String: Any]
        let schema = try #require(content?["schema"] as? [String: Any])
        let reply = try await TestPortal().get("/api/v1" + address)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == "application/json; charset=utf-8")
        #expect(Schema(root: description).faults(try APITests.object(reply.bytes), schema) == [])
    }

    @Test(
        "its checker finds what does not hold",
        arguments: [
            ("{\"zh\": \"a\"}", "Text"), ("{\"zh\": \"a\", \"en\": 1}", "Text"),
            ("{\"zh\": \"a\", \"en\": \"b\", \"x\": 1}", "Text"),
            ("{\"size\": -1, \"root\": \"ab\", \"at\": null, \"checkpoint\": \"\", \"verifierKey\": \"\"}", "Head"),
            ("{\"size\": 1, \"root\": \"xyz\", \"at\": null, \"checkpoint\": \"\", \"verifierKey\": \"\"}", "Head"),
        ]
    )
    func checkerFinds(text: String, name: String) throws {
        let description = try APITests.object(PackageResources.openapi_json)
        let faults = Schema(root: description)
            .faults(
                try APITests.object(Array(text.utf8)),
                ["$ref": "#/components/schemas/\(name)"]
            )
        #expect(!faults.isEmpty)
    }

    @Test(
        "problems hold to their description",
        arguments: ["/files/X", "/search?q=%ff", "/suggest?limit=21", "/lists/licence?limit=0", "/nowhere"]
    )
    func problemsHold(address: String) async throws {
        let description = try APITests.object(PackageResources.openapi_json)
        let problem = try APITests.object(try await TestPortal().get("/api/v1" + address).bytes)
        #expect(Schema(root: description).faults(problem, ["$ref": "#/components/schemas/Problem"]) == [])
    }

    @Test("a proof can be checked by whoever holds it")
    func proofHolds() async throws {
        let answer = try APITests.object(try await TestPortal().get("/api/v1/entries/13/proof").bytes)
        let commitment = try #require((answer["commitment"] as? String).flatMap { Hex.decode($0) })
        var hasher = Hasher256()
        let leaf = MerkleHash.leaf(commitment, &hasher)
        #expect(Hex.encode(leaf) == answer["leaf"] as? String)
        let path = (answer["path"] as? [String] ?? []).compactMap { Hex.decode($0) }
        let proof = InclusionProof(
            index: Int64(answer["index"] as? Int ?? -1),
            size: Int64(answer["size"] as? Int ?? 0),
            path: path
        )
        let key = try #require((answer["verifierKey"] as? String)?.split(separator: "+", maxSplits: 2).last)
        let publicKey = Array(try #require(Base64.decode(String(key))).dropFirst())
        let note = try #require(answer["checkpoint"] as? String)
        let checkpoint = try #require(Checkpoint(note: note, publicKey: publicKey))
        #expect(proof.root(from: leaf) == checkpoint.root && checkpoint.size == proof.size)
    }

    @Test("never holds a restricted field or a person's number")
    func nothingRestricted() async throws {
        let portal = try TestPortal()
        for (_, address) in APITests.addresses {
            let text = try await portal.get("/api/v1" + address).text
            #expect(!text.contains("13800001111"))
        }
    }

    @Test("is the file recorded")
    func recorded() async throws {
        try Golden.check(try await TestPortal().get("/api/v1/files/\(SampleFiles.full)").text, "file.json")
    }
}
