import Foundation
import TestSupport

/// The Swift sources as text, room by room.
struct SourceTree {
    /// One file.
    struct File {
        let room: String
        let path: String
        let text: String
        /// The text without comments and without what stands in quotes, line by line.
        let code: String
        /// The modules that it imports.
        let imports: Set<String>

        init(path: String, text: String) {
            self.path = path
            self.text = text
            room = String(path.prefix { $0 != "/" })
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            code = SourceTree.code(of: lines)
            imports = Set(lines.compactMap(SourceTree.importedModule))
        }
    }

    let files: [File]

    static let shared = SourceTree()

    private init() {
        let sources = Folders.root.appendingPathComponent("Sources")
        let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        files = names.filter { $0.hasSuffix(".swift") }.sorted()
            .compactMap { name in
                let text = try? String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
                return text.map { File(path: name, text: $0) }
            }
    }

    /// The rooms that have Swift in them.
    var rooms: Set<String> { Set(files.map(\.room)) }

    /// Places in the code that match, as `path:line`; comments and texts are not looked at.
    func code(matching pattern: String) throws -> [String] { try places(of: pattern, in: \.code) }

    /// Places that match, comments and texts included.
    func text(matching pattern: String) throws -> [String] { try places(of: pattern, in: \.text) }

    // NSRegularExpression: ten times faster over all the sources than Regex is in a debug build.
    private func places(of pattern: String, in part: KeyPath<File, String>) throws -> [String] {
        let regex = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        return files.flatMap { file in
            let text = file[keyPath: part]
            return regex.matches(in: text, range: NSRange(text.startIndex..., in: text))
                .compactMap { Range($0.range, in: text) }
                .map { range in "\(file.path):\(text.utf8[..<range.lowerBound].count { $0 == 0x0A } + 1)" }
        }
    }

    private static func importedModule(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place < 3, !line.hasPrefix(" ") else { return nil }
        let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        guard words[..<place].allSatisfy({ before.contains($0) || $0.hasPrefix("@") }) else { return nil }
        return words.last.map { String($0.prefix { $0 != "." }) }
    }

    private static func code(of lines: [Substring]) -> String {
        var isInText = false
        return
            lines.map { line in
                let marks = line.components(separatedBy: "\"\"\"").count - 1
                defer { if marks % 2 == 1 { isInText.toggle() } }
                return isInText || marks > 0 ? "" : bare(line)
            }
            .joined(separator: "\n")
    }

    /// A line without its texts and its comment.
    private static func bare(_ line: Substring) -> String {
        var kept: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        for byte in line.utf8 {
            if isQuoted {
                isQuoted = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                if isQuoted { continue }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: "/"), kept.last == byte {
                kept.removeLast()
                break
            }
            kept.append(byte)
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
