import Foundation
import Testing

/// Answers recorded in files.
///
/// `RECORD_GOLDEN=1` writes them anew; a run that records fails, so that it is never mistaken for
/// a check.
enum Golden {
    static func check(_ answer: String, _ name: String, file: String = #filePath) throws {
        // The version of an asset changes with each look; what the page says does not.
        let text = answer.replacing(/\?v=[0-9a-f]{16}/, with: "?v=0")
        let folder = URL(fileURLWithPath: file).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("Golden")
        let place = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: place, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)")
            return
        }
        let known = try String(contentsOf: place, encoding: .utf8)
        guard text != known else { return }
        let lines = zip(text.split(separator: "\n"), known.split(separator: "\n"))
        let first = lines.first { $0 != $1 }
        Issue.record("\(name) differs: \(first?.0 ?? "length") — recorded: \(first?.1 ?? "")")
    }
}
