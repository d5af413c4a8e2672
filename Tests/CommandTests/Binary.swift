import Foundation
import TestSupport

/// The built binary: `XINYUAN_BINARY`, else the one beside the tests.
enum Binary {
    static let url: URL = {
        if let named = ProcessInfo.processInfo.environment["XINYUAN_BINARY"] { return URL(fileURLWithPath: named) }
        return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("xinyuan")
    }()
}

/// What a command did.
struct Run {
    let status: Int32
    let output: String
    let trouble: String

    /// The one JSON object that it printed.
    func object() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        guard let object = value as? [String: Any] else { throw NoObject(output: output) }
        return object
    }

    struct NoObject: Error {
        let output: String
    }
}

/// A folder in which commands run: its catalogue is a link to the city's, its store its own.
final class Workplace: Sendable {
    let folder: URL
    private let catalogue: String

    init(catalogue: String = Folders.catalogue) throws {
        self.catalogue = catalogue
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let link = folder.appendingPathComponent("catalogue")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(fileURLWithPath: catalogue))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a CSV file of rows without quotes in them.
    func write(_ rows: [[String]], to name: String) throws {
        let lines = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n" }
        try Data(lines.joined().utf8).write(to: file(name))
    }

    /// Starts a command whose outputs go into files.
    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Job {
        try Job(arguments, in: folder, environment: environment)
    }

    /// Runs a command to its end.
    @discardableResult
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Run {
        try await start(arguments, environment: environment).finish()
    }

    func run(list arguments: [String], environment: [String: String] = [:]) async throws -> Run {
        try await start(arguments, environment: environment).finish()
    }
}

/// A command that runs.
final class Job {
    private let process = Process()
    private let output: URL
    private let trouble: URL

    init(_ arguments: [String], in folder: URL, environment: [String: String]) throws {
        let number = UUID().uuidString
        output = folder.appendingPathComponent("out-\(number)")
        trouble = folder.appendingPathComponent("err-\(number)")
        for url in [output, trouble] { try Data().write(to: url) }
        var surroundings = ProcessInfo.processInfo.environment
        for name in ["XINYUAN_STORE", "XINYUAN_CHUNK_ROWS"] { surroundings[name] = nil }
        surroundings["COLUMNS"] = "100"
        process.environment = surroundings.merging(environment) { _, own in own }
        process.executableURL = Binary.url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: trouble)
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// Ends it at once, as a power cut would.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Asks it to end.
    func terminate() { process.terminate() }

    /// What it has said on its second output so far.
    var said: String { get throws { String(decoding: try Data(contentsOf: trouble), as: UTF8.self) } }

    /// Waits for its end, not for ever; `status` is negative where a signal ended it.
    func finish(within seconds: Double = 120) async throws -> Run {
        let end = Date().addingTimeInterval(seconds)
        while process.isRunning, Date() < end { try await Task.sleep(for: .milliseconds(4)) }
        if process.isRunning { kill() }
        process.waitUntilExit()
        defer { for url in [output, trouble] { try? FileManager.default.removeItem(at: url) } }
        let isSignal = process.terminationReason == .uncaughtSignal
        return Run(
            status: isSignal ? -process.terminationStatus : process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            trouble: String(decoding: try Data(contentsOf: trouble), as: UTF8.self)
        )
    }
}
