import Foundation
import FoundationNetworking
import Testing

@Suite("serve")
struct ServeCommandTests {
    @Test(
        "What another process takes down is gone from the running portal's next answer; SIGTERM ends it in peace",
        .timeLimit(.minutes(2))
    )
    func takenDownWhileServing() async throws {
        let place = try Workplace()
        try place.write(Sheets.licences(1...2), to: "in.csv")
        try await place.run("submit", "in.csv", "--from", "市场监督管理局", "--received", "2026-07-03")
        let job = try place.start(["serve", "--port", "0"])
        let portal = try await address(of: job)
        let paths = ["/api/v1/files/\(Sheets.code)", "/file/\(Sheets.code)", "/en/file/\(Sheets.code)"]
        for path in paths {
            let (page, tag) = try await get(portal + path)
            #expect(page.contains("测许字〔2026〕1号") && page.contains("测许字〔2026〕2号") && tag != nil, "\(path)")
        }
        let before = try await get(portal + paths[0]).tag
        try await place.run("withdraw", "1", "--by", "王某", "--reason", "误报")
        for path in paths {
            let (page, tag) = try await get(portal + path, holding: before)
            #expect(!page.contains("测许字〔2026〕1号") && page.contains("测许字〔2026〕2号"), "\(path)")
            #expect(tag != before)
        }
        let lines = try job.said
        #expect(lines.contains(" info xinyuan: bytes=") && lines.contains(" route=/api/v1/files/{key} status=200"))
        #expect(!lines.contains(Sheets.code), "a code never stands in the log")
        job.terminate()
        #expect(try await job.finish(within: 60).status == 0)
    }

    private func address(of job: Job) async throws -> String {
        while job.isRunning {
            if let found = try job.said.firstMatch(of: /listening on (127\.0\.0\.1:\d+)/) { return "http://\(found.1)" }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Stopped(said: try job.said)
    }

    private func get(_ address: String, holding tag: String? = nil) async throws -> (text: String, tag: String?) {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.cachePolicy = .reloadIgnoringLocalAndRemoteCacheData
        request.setValue("close", forHTTPHeaderField: "Connection")
        if let tag { request.setValue(tag, forHTTPHeaderField: "If-None-Match") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let tag = (response as? HTTPURLResponse)?.value(forHTTPHeaderField: "ETag")
        return (String(decoding: data, as: UTF8.self), tag)
    }

    private struct Stopped: Error {
        let said: String
    }
}
