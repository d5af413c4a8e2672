import CreditModel
import Foundation
import Logging

/// One line to standard error for each event: `time level label: key=value … [source] message`.
///
/// Nothing is put into words before a line is written, since the portal gives every request a logger of its own and most are
/// never asked.
struct LineLog: LogHandler {
    let label: String
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = "\(Clock().instant.iso) \(event.level) \(label):"
        let own = event.metadata ?? [:]
        let all = metadata.isEmpty ? own : metadata.merging(own) { _, own in own }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(value)" }
        if let error = event.error { line += " error.type=\(String(reflecting: type(of: error)))" }
        line += " [\(event.source)] \(event.message)\n"
        // In one piece, so that lines of several threads do not mingle.
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
