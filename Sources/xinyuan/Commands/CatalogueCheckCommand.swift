import ArgumentParser
import CreditCatalogue
import CreditModel
import LibCrypto

struct CheckCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查目录，逐处说明 / check the catalogue and say what is wrong where",
        discussion: """
            先查能不能用（问题），再查缺什么（缺漏：含义、依据日期、不公开理由、条目、原文……）。
            First whether it loads (problems), then what it lacks (gaps: meanings, dates, grounds, clauses, quoted words).
            退出码 / exit code: 0 没有问题也没有缺漏 sound; 1 有缺漏 gaps; 65 有问题，不能用 problems.

            例 / Example: xinyuan catalogue check --catalogue ./catalogue
            """
    )

    /// What the process ends with where the catalogue loads and lacks something.
    static let gapsCode: Int32 = 1
    /// What it ends with where the catalogue does not load (EX_DATAERR).
    static let problemsCode: Int32 = 65

    @OptionGroup var options: CatalogueOptions

    @Flag(help: "给程序读的 JSON / JSON for programs")
    var json = false

    func run() throws {
        let catalogue: Catalogue
        do {
            catalogue = try options.load()
        } catch let error as CatalogueError {
            guard json else { throw Failure(error, code: Self.problemsCode) }
            write(problems: error.problems, nil)
            throw ExitCode(Self.problemsCode)
        }
        let audit = CatalogueAudit(catalogue)
        if json { write(problems: [], audit) } else { say(audit, catalogue) }
        if !audit.gaps.isEmpty { throw ExitCode(Self.gapsCode) }
    }

    private func say(_ audit: CatalogueAudit, _ catalogue: Catalogue) {
        let isChinese = options.lang == .zh
        for gap in audit.gaps { Terminal.line(gap.text(in: options.lang)) }
        let years = catalogue.calendar.years.keys.sorted()
        let span = years.first.map { "\($0)–\(years.last ?? $0)" } ?? "—"
        let digest = Hex.encode(catalogue.digest.prefix(8))
        let gaps = audit.gaps.count
        let verdict =
            isChinese
            ? gaps == 0 ? "目录没有问题" : "目录可用，有 \(gaps) 处缺漏"
            : gaps == 0 ? "The catalogue is sound" : "The catalogue loads, with \(gaps) gaps"
        Terminal.line(
            isChinese
                ? "\(verdict)：事项 \(catalogue.items.count)，部门和机关 \(catalogue.departments.all.count)，日历 \(span)，待核实 \(audit.pending)，摘要 \(digest)。"
                : "\(verdict): \(catalogue.items.count) items, \(catalogue.departments.all.count) departments and authorities, "
                    + "calendars \(span), \(audit.pending) values pending, digest \(digest)."
        )
    }

    private func write(problems: [CatalogueProblem], _ audit: CatalogueAudit?) {
        var json = JSONWriter()
        json.object { json in
            json.key("problems")
            json.array { json in
                for problem in problems {
                    json.object { json in
                        json.pair("file", problem.file)
                        json.pair("line", Int64(problem.line))
                        json.pair("what", problem.what)
                        json.pair("remedy", problem.remedy)
                    }
                }
            }
            json.key("gaps")
            json.array { json in for gap in audit?.gaps ?? [] { gap.write(into: &json) } }
            json.key("pending")
            if let audit { json.integer(Int64(audit.pending)) } else { json.null() }
        }
        Terminal.write(json.bytes + [0x0A])
    }
}

extension CatalogueGap {
    fileprivate func write(into json: inout JSONWriter) {
        json.object { json in
            json.pair("kind", kind.rawValue)
            json.pair("file", file)
            json.key("line")
            if let line { json.integer(Int64(line)) } else { json.null() }
            json.pair("what", what)
            json.pair("remedy", remedy)
        }
    }
}
