import ArgumentParser
import CreditCatalogue
import CreditExchange
import CreditModel
import CreditStore
import CreditStoreSQLite
import Foundation
import Logging

/// How long a file must rest and how long an original is kept; for `serve --inbox` and `inbox` alike.
struct InboxSettings: ParsableArguments {
    @Option(
        help: ArgumentHelp("文件静止多少秒才收 / seconds a file must rest before it is taken", valueName: "SECONDS")
    )
    var settle = 10.0

    @Option(
        help: ArgumentHelp(
            "回执后原件加密保留几天，0 为立即删除 / days a sealed original is kept after its receipt; 0 deletes it at once",
            valueName: "DAYS"
        )
    )
    var keepDays = 30

    func validate() throws {
        guard settle.isFinite, (0...86_400).contains(settle) else {
            throw ValidationError("--settle 要在 0 到 86400 之间 / --settle is between 0 and 86400")
        }
        guard (0...3_650).contains(keepDays) else {
            throw ValidationError("--keep-days 要在 0 到 3650 之间 / --keep-days is between 0 and 3650")
        }
    }

    /// The options of an inbox.
    var options: InboxOptions {
        var options = InboxOptions()
        options.settleSeconds = settle
        options.keepDays = keepDays
        options.chunkSize = ChunkRows.fromEnvironment
        return options
    }
}

/// Fewer rows in a chunk, from `XINYUAN_CHUNK_ROWS`: for the tests that kill a command between two commits.
enum ChunkRows {
    static var fromEnvironment: Int {
        ProcessInfo.processInfo.environment["XINYUAN_CHUNK_ROWS"].flatMap { Int($0) } ?? SubmissionDesk.chunkSize
    }
}

/// What happens in an inbox, as lines of the log: numbers and counts, no file's name.
struct InboxLog: Sendable {
    let logger: Logger

    func write(_ event: InboxEvent) {
        switch event {
        case .taken(let id, let department, let submissions, let counts):
            logger.info(
                "taken in",
                metadata: [
                    "original": "\(id)", "department": "\(department)",
                    "submission": "\(submissions.joined(separator: ","))",
                    "rows": "\(counts.rows)", "admitted": "\(counts.admitted)", "refused": "\(counts.refused)",
                    "queued": "\(counts.held)",
                ]
            )
        case .notTaken(let id, let department, _):
            logger.warning("not taken", metadata: ["original": "\(id)", "department": "\(department)"])
        case .deleted(let id): logger.info("original deleted", metadata: ["original": "\(id)"])
        case .trouble(let trouble):
            logger.error("\(CitizenNumber.masking(trouble.message.en, on: Clock().instant.day))")
        case .reachable: logger.info("the inbox can be reached again")
        }
    }
}

/// What happens in an inbox, for whoever looks on.
struct InboxLines: Sendable {
    let catalogue: Catalogue
    let language: Language

    func write(_ event: InboxEvent) {
        switch event {
        case .taken(let id, let source, let submissions, let counts):
            let name = catalogue.departments[source]?.name[language] ?? source
            Terminal.line(
                language == .zh
                    ? "\(id)　\(name)　回执 \(submissions.joined(separator: "、"))：\(counts.rows) 行，通过 \(counts.admitted)，"
                        + "拒收 \(counts.refused)，待认定主体 \(counts.held)。"
                    : "\(id)  \(name)  receipt \(submissions.joined(separator: ", ")): \(counts.rows) rows, "
                        + "\(counts.admitted) admitted, \(counts.refused) refused, \(counts.held) wait for their subject."
            )
        case .notTaken(let id, let source, let reason):
            let name = catalogue.departments[source]?.name[language] ?? source
            Terminal.line(
                language == .zh ? "\(id)　\(name)　未收：\(reason.zh)" : "\(id)  \(name)  not taken: \(reason.en)"
            )
        case .deleted(let id):
            Terminal.line(language == .zh ? "\(id)　原件已删除。" : "\(id)  original deleted.")
        case .trouble(let trouble):
            // Whatever a folder is called, no number of a person is repeated (limit 8).
            let words = CitizenNumber.masking(trouble.message[language], on: Clock().instant.day)
            Terminal.write(words + "\n", to: .standardError)
        case .reachable: Terminal.line(language == .zh ? "收件文件夹恢复。" : "The inbox can be reached again.")
        }
    }
}
