import CreditModel
import Foundation

/// Where a command writes: results to standard output, progress and trouble to standard error.
enum Terminal {
    /// Writes text at once.
    static func write(_ text: String, to handle: FileHandle = .standardOutput) {
        write(Array(text.utf8), to: handle)
    }

    /// Writes bytes at once; a reader that went away ends the process quietly.
    static func write(_ bytes: [UInt8], to handle: FileHandle = .standardOutput) {
        try? handle.write(contentsOf: Data(bytes))
    }

    /// Writes a line.
    static func line(_ text: String) { write(text + "\n") }

    /// Whether standard error is a terminal that a person looks at.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    /// A table with columns as wide as their widest cell; Chinese characters count two.
    static func table(_ rows: [[String]]) {
        guard let columns = rows.map(\.count).max() else { return }
        let widths = (0..<columns).map { column in rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated()
                .map { column, text in
                    column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - width(text))
                }
            line(cells.joined(separator: "  "))
        }
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }
}

/// A line of progress on standard error, renewed in place at most five times a second; in a log, a line every tenth part.
struct ProgressLine {
    private let label: String
    private var lastTime = Date().timeIntervalSince1970
    private var lastTenth = -1
    private var wasShown = false

    /// A line that begins with a label.
    init(_ label: String) { self.label = label }

    /// Shows how far the work has come, 0…1, with a few words.
    mutating func show(_ part: Double, _ words: String) {
        let now = Date().timeIntervalSince1970
        let percent = Int(min(max(part, 0), 1) * 100)
        if Terminal.showsProgress {
            guard now - lastTime > 0.2 else { return }
            Terminal.write("\r\u{1B}[K\(label) \(percent) % \(words)", to: .standardError)
            wasShown = true
        } else if percent / 10 > lastTenth, now - lastTime > 5 {
            Terminal.write("\(label) \(percent) % \(words)\n", to: .standardError)
            lastTenth = percent / 10
        } else {
            return
        }
        lastTime = now
    }

    /// Takes the line away.
    func clear() {
        if wasShown { Terminal.write("\r\u{1B}[K", to: .standardError) }
    }
}
