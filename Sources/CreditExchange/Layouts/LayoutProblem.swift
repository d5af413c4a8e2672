public import CreditModel
public import CreditSheets

/// Why what was handed in cannot be read by a layout at all; said in words that a clerk can act on.
public enum LayoutProblem: Error, Sendable {
    /// A file itself.
    case sheet(SheetError)
    /// The layout named is not in the catalogue.
    case noSuchLayout(String)
    /// No table has the headings of the layout named; those that the nearest one lacks are quoted.
    case otherLayout(String, missing: [String])
    /// A table that the main one points to was not handed in; its headings are quoted.
    case incomplete(String, headings: [String])
    /// The tables are no credit records, on a ground.
    case notARecord(name: Bilingual, ground: Bilingual)
    /// A table that the main one points to is larger than what is held in memory.
    case joinTooLarge(table: String, rows: Int, mebibytes: Int)
    /// Several files, of which not exactly one holds records.
    case notTogether(records: Int)
    /// A value is given for a field that the layout does not ask the sender for.
    case notAsked(field: String, asked: [String])

    /// What is wrong and what to do.
    public func message(in language: Language) -> String {
        switch self {
        case .sheet(let error): error.message(chinese: language == .zh)
        default: words[language]
        }
    }

    private var words: Bilingual {
        switch self {
        case .sheet(let error): Bilingual(zh: error.message(chinese: true), en: error.message(chinese: false))
        case .noSuchLayout(let id):
            Bilingual(
                zh: "目录里没有名为 \(id) 的报送样式。用 xinyuan layout list 查看。",
                en: "The catalogue has no layout \(id). See `xinyuan layout list`."
            )
        case .otherLayout(let id, let missing):
            Bilingual(
                zh: "没有一张表是 \(id) 的样式；最接近的一张缺少这些列：\(quoted(missing))。请核对表头，或换一个 --layout。",
                en:
                    "No table is in the layout \(id); the nearest one lacks these columns: \(quoted(missing)). Check the headings, "
                    + "or name another with --layout."
            )
        case .incomplete(let id, let headings):
            Bilingual(
                zh: "按 \(id) 的样式，还要一张有这些列的表：\(quoted(headings))。请把两个文件打成一个 ZIP；用命令行的，也可以把两个文件都写上，先后不论。",
                en:
                    "The layout \(id) needs another table, with these columns: \(quoted(headings)). Put both files into one "
                    + "ZIP; on the command line you can also name both, in either order."
            )
        case .notARecord(let name, let ground):
            Bilingual(
                zh: "这是“\(name.zh)”，不是信用记录，没有收下：\(ground.zh)",
                en: "This is “\(name.en)” and no credit record; nothing was taken in: \(ground.en)"
            )
        case .joinTooLarge(let table, let rows, let mebibytes):
            Bilingual(
                zh: "“\(table)”太大：供对照的表至多 \(rows) 行、\(mebibytes) MiB。请只留主表用得着的行。",
                en:
                    "“\(table)” is too large: a table that others point to may have \(rows) rows and \(mebibytes) MiB. Keep only the "
                    + "rows that the main table needs."
            )
        case .notTogether(0):
            Bilingual(
                zh: "没有报送样式能把这几个文件合起来看。请逐个报送，或用 --layout 指明样式（xinyuan layout list）。",
                en:
                    "No layout reads these files as one export. Hand them in one by one, or name the layout with --layout "
                    + "(`xinyuan layout list`)."
            )
        case .notTogether(let count):
            Bilingual(
                zh: "这几个文件里有 \(count) 个各有记录。请分开报送，每次带上它要对照的文件。",
                en:
                    "\(count) of these files hold records of their own. Hand them in one at a time, each with the files that it "
                    + "points to."
            )
        case .notAsked(let field, let asked):
            Bilingual(
                zh: "这个报送样式不要求说明 \(field)。可以说明的有：\(quoted(asked))。",
                en: "The layout does not ask for \(field). It asks for: \(quoted(asked))."
            )
        }
    }

    private func quoted(_ words: [String]) -> String {
        words.isEmpty ? "—" : words.prefix(12).joined(separator: " | ")
    }
}
