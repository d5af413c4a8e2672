import CreditModel
import CreditSheets
import Foundation
import TestSupport
import Testing

/// The numbers of permits that a city published, as its departments wrote them; they are counted, and no row is copied.
@Suite(
    .enabled(
        if: FileManager.default.fileExists(atPath: Folders.data + "/cn-env-shanghai-2020"),
        "../shared/data is not here: real document numbers are not read"
    )
)
struct RealDocumentNumberTests {
    private static let columns = [
        "permits_construction_eia.csv": ["批文号", "登记号/许可证编号"], "permits_other.csv": ["批文号", "登记号/许可证编号"],
        "eia_approvals.csv": ["环评批文文号", "环评项目登记号"], "permits_discharge_points.csv": ["登记号/许可证编号"],
        "permits_hazardous_waste.csv": ["登记号/许可证编号"], "discharge_licences_national.csv": ["许可证编号"],
    ]

    private static func cells(_ file: String, _ headings: [String]) throws -> [String] {
        var reader = try SheetFile.open(path: Folders.data + "/cn-env-shanghai-2020/" + file)
        var row = SheetRow()
        guard try reader.next(&row) else { return [] }
        let places = headings.compactMap { row.texts.firstIndex(of: $0) }
        #expect(places.count == headings.count)
        var cells: [String] = []
        while try reader.next(&row) { for place in places { cells.append(row.text(place)) } }
        return cells
    }

    @Test("Every shape is read, and spellings of one number find each other")
    func shapes() throws {
        var (total, dated, undated, none, several) = (0, 0, 0, 0, 0)
        var spellings: [String: Set<String>] = [:]
        for (file, headings) in Self.columns {
            for cell in try Self.cells(file, headings) {
                total += 1
                let numbers = DocumentNumber.all(in: cell)
                if numbers.count > 1 { several += 1 }
                if numbers.isEmpty {
                    none += 1
                } else if numbers.allSatisfy({ $0.year != nil && !$0.serial.isEmpty }) {
                    dated += 1
                } else {
                    undated += 1
                }
                guard let normal = DocumentNumber.normal(of: cell) else { continue }
                #expect(DocumentNumber.normal(of: normal) == normal)
                if numbers.count == 1 { spellings[normal, default: []].insert(cell) }
            }
        }
        let twice = spellings.filter { $0.value.count > 1 }
        print(
            "real document numbers: \(total) cells; \(dated) with year and number, \(undated) without, \(none) none; \(several) cells of several"
        )
        print("real document numbers: \(twice.count) of \(spellings.count) numbers are spelt in two ways or more")
        #expect(total > 4000 && dated + undated + none == total)
        #expect(dated > 1800 && undated > 1500 && several > 5 && twice.count > 20)
    }
}
