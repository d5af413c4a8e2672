import ArgumentParser
import CreditCatalogue
import CreditModel
import CreditStore
import CreditStoreSQLite

/// `xinyuan status`: by department what came, what is refused, waits, or was late.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "各部门报送情况 / what each department handed in",
        discussion: "例 / Example: xinyuan status --json"
    )

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var stores: StoreOptions

    func run() async throws {
        let catalogue = try options.load()
        let status = try await stores.open(catalogue).status()
        if json { return Terminal.write(Self.json(status)) }
        let heads =
            options.lang == .zh
            ? ["部门", "批次", "未完", "行", "通过", "拒收", "待认定", "待定级", "提醒", "迟报", "最近"]
            : [
                "Department", "Files", "Open", "Rows", "Admitted", "Refused", "Waiting", "No tier", "Warned", "Late",
                "Latest",
            ]
        Terminal.table(
            [heads]
                + status.map { row in
                    let numbers = [
                        row.submissions, row.open, row.counts.rows, row.counts.admitted, row.counts.refused,
                        row.waiting,
                        row.undetermined, row.counts.warned, row.counts.late,
                    ]
                    let name = catalogue.departments[row.source]?.name[options.lang] ?? row.source
                    return [name] + numbers.map { String($0) } + [row.latest?.iso ?? "—"]
                }
        )
    }

    private static func json(_ status: [DepartmentStatus]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("departments")
            json.array { json in
                for row in status {
                    json.object { json in
                        json.pair("department", row.source)
                        json.pair("submissions", row.submissions)
                        json.pair("open", row.open)
                        json.pair("rows", row.counts.rows)
                        json.pair("admitted", row.counts.admitted)
                        json.pair("refused", row.counts.refused)
                        json.pair("queued", row.waiting)
                        json.pair("undetermined", row.undetermined)
                        json.pair("warned", row.counts.warned)
                        json.pair("late", row.counts.late)
                        json.pair("latest", row.latest?.iso)
                    }
                }
            }
        }
        return json.bytes + [0x0A]
    }
}
