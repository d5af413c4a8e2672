import CreditCatalogue
import CreditExchange
import CreditModel
import CreditRules
import Foundation

/// Writes the marked-up copy that `--marked` asks for, and says where it is.
struct MarkedFile {
    private let copy: MarkedCopy
    private let language: Language

    init(_ catalogue: Catalogue, _ language: Language, _ seal: SealedNumber?, on today: Day) {
        copy = MarkedCopy(catalogue: catalogue, language: language, seal: seal, on: today)
        self.language = language
    }

    /// Writes it, or says why none is made; a path that is the file's own is refused: what was sent stays as it was.
    func write(
        of file: String,
        _ tables: [TableFindings],
        _ unread: [IntakeFile.UnreadTable],
        lines: [String] = [],
        to path: String,
        isQuiet: Bool
    ) throws {
        try MarkedFile.check(path, isNot: file)
        if let why = tables.noCopy {
            return Terminal.write(why[language] + "\n", to: .standardError)
        }
        try copy.write(
            of: file,
            named: URL(fileURLWithPath: file).lastPathComponent,
            tables: tables,
            unread: unread,
            lines: lines,
            to: path
        )
        guard !isQuiet else { return }
        Terminal.line(language == .zh ? "标了差错的工作簿：\(path)" : "The workbook with its faults marked: \(path)")
    }

    /// Refuses a path that would write over what was sent, or that says another kind of file.
    static func check(_ path: String, isNot file: String) throws {
        let places = [path, file].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
        guard places[0] != places[1] else {
            throw Failure("--marked 不能写回原文件：\(path)。", "--marked must not write over the file itself: \(path).")
        }
        let kind = MarkedCopy.name(of: file).split(separator: ".").last.map { "." + $0 } ?? ".xlsx"
        guard path.lowercased().hasSuffix(kind) else {
            throw Failure("--marked 的扩展名要是 \(kind)：\(path)。", "The file of --marked must end in \(kind): \(path).")
        }
    }
}
