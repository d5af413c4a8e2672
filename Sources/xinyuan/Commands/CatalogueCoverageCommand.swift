import ArgumentParser
import CreditCatalogue
import CreditModel

struct CoverageCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "逐条说明计划由什么落实 / what serves each clause of the plan",
        discussion: """
            每条写出原文、责任单位、事项（公示、不公示、已停止归集）、待核实处、空白模板的命令和还没有的。
            Each clause with its words, who answers for it, its items, pending values, the command for a blank form, \
            and what is still to come.

            例 / Example: xinyuan catalogue coverage --clause 2.5
            """
    )

    @OptionGroup var options: CatalogueOptions

    @Option(help: ArgumentHelp("只看这一条 / this clause only", valueName: "CLAUSE"))
    var clause: String?

    @Flag(help: "给程序读的 JSON / JSON for programs")
    var json = false

    func run() throws {
        let catalogue = try options.load()
        guard let plan = catalogue.plan else {
            throw Failure(
                "目录里没有计划（clauses.yaml）。",
                "The catalogue has no plan (clauses.yaml)."
            )
        }
        let clauses = try plan.clauses.filter(wanted(among: plan))
        let coverage = clauses.map { ClauseCoverage($0, in: catalogue) }
        if json { return write(coverage, catalogue) }
        for clause in coverage {
            for line in CoverageReport(coverage: clause, catalogue: catalogue).lines(options.lang) {
                Terminal.line(line)
            }
        }
        Terminal.line(CoverageSum(coverage).words[options.lang])
    }

    private func wanted(among plan: Plan) throws -> (Clause) -> Bool {
        guard let clause else { return { _ in true } }
        guard plan.clause(clause) != nil else {
            throw Failure("计划里没有条目 \(clause)。", "The plan has no clause \(clause).")
        }
        return { $0.id == clause }
    }

    private func write(_ coverage: [ClauseCoverage], _ catalogue: Catalogue) {
        let sum = CoverageSum(coverage)
        var json = JSONWriter()
        json.object { json in
            json.key("clauses")
            json.array { json in
                for clause in coverage { CoverageReport(coverage: clause, catalogue: catalogue).write(into: &json) }
            }
            json.pair("recorded", Int64(sum.recorded))
            json.pair("servedOtherwise", Int64(sum.otherwise))
            json.pair("unserved", Int64(sum.unserved))
            json.pair("awaiting", Int64(sum.awaiting))
        }
        Terminal.write(json.bytes + [0x0A])
    }
}
