public import CreditModel

/// One thing wrong with a catalogue's files: where it stands, what it is, and what to do about it.
public struct CatalogueProblem: Hashable, Sendable {
    /// The file's name, relative to the catalogue's folder.
    public let file: String
    /// The line in it, counted from 1.
    public let line: Int
    /// What is wrong.
    public let what: Bilingual
    /// What to do.
    public let remedy: Bilingual

    /// A problem from its parts.
    public init(file: String, line: Int, what: Bilingual, remedy: Bilingual) {
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy
    }

    /// `faults.yaml:12: …` and the remedy, on one line.
    public func text(in language: Language) -> String {
        let arrow = language == .zh ? "　→ " : " → "
        return "\(file):\(line): \(what[language])\(arrow)\(remedy[language])"
    }
}

/// Why a folder is no catalogue: everything wrong with it, by file and line.
public struct CatalogueError: Error, Hashable, Sendable {
    /// The folder.
    public let directory: String
    /// All of its problems; never empty.
    public let problems: [CatalogueProblem]

    /// An error from its parts.
    public init(directory: String, problems: [CatalogueProblem]) {
        self.directory = directory
        self.problems = problems
    }
}

extension CatalogueError: CustomStringConvertible {
    /// Every problem in Chinese, one a line.
    public var description: String {
        problems.map { $0.text(in: .zh) }.joined(separator: "\n")
    }
}
