import CreditModel
import Foundation
import LibCrypto
import Yams

/// The YAML files of a catalogue's folder, their digest, and their roots as nodes.
struct CatalogueFiles {
    /// Names relative to the folder, in bytewise order, with their bytes.
    let files: [(name: String, bytes: [UInt8])]

    /// Reads every `.yaml` below a folder; hidden files and others are left alone.
    init(in directory: String, log: ProblemLog) {
        // An enumerator does not follow a link to the folder itself.
        let root = URL(fileURLWithPath: directory, isDirectory: true).resolvingSymlinksInPath()
        let names = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".yaml") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var files: [(String, [UInt8])] = []
        for name in names {
            if let data = try? Data(contentsOf: root.appendingPathComponent(name)) {
                files.append((name, [UInt8](data)))
            } else {
                log.add(
                    Place(file: name, line: 1),
                    Bilingual(zh: "文件读不出来", en: "the file cannot be read"),
                    remedy: Bilingual(zh: "检查文件权限", en: "check the file's permissions")
                )
            }
        }
        self.files = files
    }

    /// SHA-256 over each name, a zero byte, the length in eight bytes and the bytes, in order.
    var digest: [UInt8] {
        var all: [UInt8] = []
        for file in files {
            all += Array(file.name.utf8)
            all.append(0)
            all += (0..<8).reversed().map { UInt8(truncatingIfNeeded: UInt64(file.bytes.count) >> ($0 * 8)) }
            all += file.bytes
        }
        return SHA256.hash(all)
    }

    /// The names of a folder's files, or the one file of that name.
    func names(under path: String) -> [String] {
        files.map(\.name).filter { $0 == path || $0.hasPrefix(path + "/") }
    }

    /// The root of one file, or `nil` with a problem where it is missing or no YAML.
    func root(of name: String, log: ProblemLog) -> Node? {
        let place = Place(file: name, line: 1)
        guard let file = files.first(where: { $0.name == name }) else {
            log.add(
                place,
                Bilingual(zh: "目录里没有这个文件", en: "the file is not in the folder"),
                remedy: Bilingual(
                    zh: "添上 \(name)，或检查 --catalogue 指的目录",
                    en: "add \(name), or check what --catalogue points to"
                )
            )
            return nil
        }
        do {
            if let root = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self)) { return root }
            log.add(
                place,
                Bilingual(zh: "文件是空的", en: "the file is empty"),
                remedy: Bilingual(zh: "写上内容或删去文件", en: "write its content or remove it")
            )
        } catch {
            CatalogueFiles.report(error, in: name, to: log)
        }
        return nil
    }

    private static func report(_ error: any Error, in name: String, to log: ProblemLog) {
        var line = 1
        var reason = "\(error)"
        var remedy = Bilingual(
            zh: "检查这一行及上一行的缩进、冒号和引号",
            en: "check indentation, colons and quotes of this line and the one above"
        )
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (line, reason) = (mark.line, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            line = context.mark.line
            reason = "duplicate key: " + duplicates.sorted().joined(separator: ", ")
            remedy = Bilingual(zh: "同一级里每个键只写一次", en: "write each key once at its level")
        default: break
        }
        log.add(
            Place(file: name, line: line),
            Bilingual(zh: "不是合格的 YAML（\(reason)）", en: "not well-formed YAML (\(reason))"),
            remedy: remedy
        )
    }
}
