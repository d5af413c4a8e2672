import CreditCatalogue
import CreditExchange
import CreditModel
import Foundation
import TestSupport
import Testing

/// Departments' real exports under the example's layouts; the counts are those of docs/real-data.md.
@Suite("Real exports")
struct RealExportTests {
    private let catalogue: Catalogue
    private let day: Day

    init() throws {
        catalogue = try Folders.layoutCity.get()
        day = try #require(Day(iso: "2020-09-01"))
    }

    @Test("explore")
    func explore() throws {
        guard let ent = Folders.published("cn-env-shanghai-2020/enterprises.csv") else { return }
        for name in ["permits_construction_eia", "permits_other", "permits_hazardous_waste", "honours"] {
            let path = try #require(Folders.published("cn-env-shanghai-2020/\(name).csv"))
            for run in try LaidOut.read([ent, path], catalogue, department: "environment", on: day) {
                print(name, run.layout, run.counts, run.marks)
            }
        }
        for name in ["discharge_licences_national", "eia_approvals"] {
            let path = try #require(Folders.published("cn-env-shanghai-2020/\(name).csv"))
            for run in try LaidOut.read([path], catalogue, department: "environment", on: day) {
                print(name, run.layout, run.counts, run.marks)
            }
        }
        let tax = try #require(Folders.published("cn-tax-arrears/nanhai_2015Q2_enterprises.csv"))
        for given in [[:], ["docNumber": "X", "decidedOn": "2015-07-20"]] {
            for run in try LaidOut.read([tax], catalogue, department: "tax", given: given, on: day) {
                print(run.layout, run.counts, run.marks)
            }
        }
        for name in [
            "cn-procurement-vaccine/raw_辽宁省2017.xlsx", "cn-procurement-vaccine/provincial_awards.csv",
            "cn-procurement-vaccine/raw_青海省.txt", "cn-env-shanghai-2020/cleaner_production.csv",
            "cn-env-shanghai-2020/permits_discharge_points.csv", "cn-env-shanghai-2020/enterprises.csv",
            "cn-env-shanghai-2020/honours.csv",
        ] {
            do {
                print(name, try LaidOut.read([try #require(Folders.published(name))], catalogue, on: day).map(\.counts))
            } catch let error as LayoutProblem { print(name, error.message(in: .zh), error.message(in: .en)) }
        }
    }
}
