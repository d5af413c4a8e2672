import Foundation
import TestSupport
import Testing

/// Does what `docs/adding-an-item.md` says, with the file that stands in it.
@Suite("docs/adding-an-item.md")
struct AddingAnItemTests {
    private let headings = [
        "主体名称", "主体类别", "统一社会信用代码", "计量器具名称", "检定证书编号", "检定结论", "检定日期", "检定主管机关", "检定有效期至", "数据来源单位",
        "数据来源单位统一社会信用代码",
    ]

    @Test("Both languages show the same file", arguments: ["docs/adding-an-item.md", "docs/adding-an-item.zh-CN.md"])
    func sameFile(path: String) throws {
        #expect(try document(path) == document("docs/adding-an-item.md"))
    }

    @Test("One file makes an item that is checked, recognised, taken in, refused where it is wrong, shown and covered")
    func tried() async throws {
        let catalogue = try ScratchFolder()
        let own = URL(fileURLWithPath: catalogue.file("catalogue"))
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Folders.catalogue), to: own)
        let sector = own.appendingPathComponent("sectors/3.2-market-scales.yaml")
        try Data(try document("docs/adding-an-item.md").utf8).write(to: sector)
        let place = try Workplace(catalogue: own.path)

        let check = try await place.run("catalogue", "check")
        #expect(check.status == 0, "\(check)")
        #expect(try await place.run("catalogue", "show", "market-scales").output.contains("检定证书编号"))
        let coverage = try await place.run("catalogue", "coverage", "--clause", "3.2")
        #expect(coverage.output.contains("market-scales"))
        #expect(try await place.run("template", "market-scales", "--out", "blank.xlsx").status == 0)

        try place.write([headings, row("TEWT001", result: "合格", code: Sheets.code)], to: "good.csv")
        try place.write([headings, row("TEWT002", result: "凑合", code: Sheets.otherCode)], to: "bad.csv")
        try place.write([headings, row("TEWT003", result: "不合格", code: Sheets.otherCode)], to: "adverse.csv")
        try place.write([headings, row("", result: "不合格", code: Sheets.otherCode)], to: "bare.csv")
        let good = try await submit("good.csv", place)
        #expect(good.status == 0, "\(good)")
        let bad = try await submit("bad.csv", place)
        #expect(bad.status == 1 && bad.output.contains("检定结论"), "\(bad)")
        #expect(try await submit("adverse.csv", place).status == 0)
        let bare = try await submit("bare.csv", place)
        #expect(bare.status == 1 && bare.output.contains("检定证书编号"), "\(bare)")
        let file = try await place.run("file", Sheets.code)
        #expect(file.output.contains("电子计价秤"), "\(file)")
        #expect(try await place.run("file", Sheets.otherCode).status != 0)
    }

    private func submit(_ name: String, _ place: Workplace) async throws -> Run {
        try await place.run("submit", name, "--from", "市场监督管理局", "--received", "2026-07-03")
    }

    private func row(_ certificate: String, result: String, code: String) -> [String] {
        [
            "测试一号商贸有限公司", "法人及非法人组织", code, "电子计价秤", certificate, result, "2026-06-29", "辽源市市场监督管理局", "2027-06-28",
            "辽源市市场监督管理局", "112204000TEWT0447L",
        ]
    }

    /// The first block of YAML in a document.
    private func document(_ path: String) throws -> String {
        let text = try String(contentsOf: Folders.root.appendingPathComponent(path), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        let block = try #require(parts.first { $0.hasPrefix("yaml\n") })
        return String(block.dropFirst("yaml\n".count))
    }
}
