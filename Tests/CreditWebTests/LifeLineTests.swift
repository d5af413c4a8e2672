import CreditModel
import Testing

@testable import CreditWeb

@Suite("The life line")
struct LifeLineTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test("places days from left to right, within the chart, today among them")
    func axisRises() throws {
        let today = try LifeLineTests.day("2026-07-04")
        let axis = TimeAxis(
            beginnings: [try LifeLineTests.day("2011-03-02")],
            ends: [try LifeLineTests.day("2030-01-01")],
            today: today
        )
        let places = stride(from: -6000, through: 1200, by: 100).map { axis.place(of: today.adding(days: $0)) }
        #expect(places == places.sorted() && places.allSatisfy { (0...TimeAxis.width).contains($0) })
        #expect(axis.place(of: today) > 0 && axis.place(of: today) < TimeAxis.width)
        #expect(axis.years.count <= 12)
    }

    @Test("lets a term of decades run off the edge instead of pressing the rest into a corner")
    func farEnds() throws {
        let today = try LifeLineTests.day("2026-07-04")
        let end = try LifeLineTests.day("2076-01-01")
        let axis = TimeAxis(beginnings: [today.adding(days: -400)], ends: [end], today: today)
        #expect(axis.isBeyond(end))
        #expect(axis.last <= today.adding(months: 24))
    }

    @Test("draws the latest forty of more entries and says so; the page stays small")
    func cap() async throws {
        let portal = try TestPortal()
        for number in 0..<300 {
            let day = Day(number: 18_000 + Int32(number) * 7).iso
            let draft = Draft.licence(3, day, "许可\(number)", "示许〔\(number)〕号", until: "2030-01-01", "ecology")
            portal.store.add(try #require(draft).record, of: 3, from: "ecology", at: SampleFiles.now)
        }
        let reply = try await portal.get("/file/\(SampleFiles.quiet)")
        #expect(reply.text.components("class=\"hit\"") == LifeLine.mostBars)
        #expect(reply.text.contains("共 301 条，图中只画最近的 40 条"))
        #expect(reply.bytes.count <= 60_000)
        #expect(reply.text.contains("<a href=\"/file/\(SampleFiles.quiet)/administration\">查看全部 301 条</a>"))
        let last = try await portal.get("/file/\(SampleFiles.quiet)/administration?page=7")
        #expect(last.status == 200 && last.text.components("<li class=\"entry") == 1)
        #expect(try await portal.get("/file/\(SampleFiles.quiet)/administration?page=8").status == 404)
    }

    @Test("every bar is a link, and the table holds the same entries")
    func barsAndRows() async throws {
        let text = try await TestPortal().get("/file/\(SampleFiles.full)").text
        let chart = text.components("class=\"hit\"")
        #expect(chart == 13)
        #expect(text.components("<tr><td>") == chart)
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
