import CreditSheets

/// A file of names or of pairs of names, row by row.
struct NameSheet {
    /// One column: what it may be headed, and whether it has to be there.
    struct Column {
        let headings: [String]
        let isRequired: Bool
    }

    /// A row with the cells of the columns asked for; absent ones are empty.
    struct Row {
        let number: Int
        let cells: [String]
    }

    static let names = [
        Column(headings: ["名称", "name", "企业名称", "单位名称", "主体名称", "组织名称", "行政相对人名称"], isRequired: true),
        Column(headings: ["代码", "统一社会信用代码", "code", "信用代码", "注册号", "行政相对人代码_1(统一社会信用代码)"], isRequired: false),
        Column(headings: ["地区", "place", "所在地", "行政区划"], isRequired: false),
        Column(headings: ["曾用名", "former", "曾用名称", "原名称"], isRequired: false),
    ]
    static let pairs = [
        Column(headings: ["a", "名称甲", "甲"], isRequired: true),
        Column(headings: ["b", "名称乙", "乙"], isRequired: true),
        Column(headings: ["code_a", "代码甲"], isRequired: false),
        Column(headings: ["code_b", "代码乙"], isRequired: false),
    ]

    /// How many rows a file may have, and characters a name.
    static let maximumRows = 1_000_000
    static let maximumCharacters = 200

    private var reader: any SheetReader
    private var row = SheetRow()
    private var places: [Int?] = []
    private let columns: [Column]

    /// Opens a file and finds its headings, which stand in one of its first ten rows.
    init(path: String, columns: [Column]) throws {
        var limits = SheetLimits()
        limits.maximumRows = NameSheet.maximumRows + 10
        reader = try SheetFile.open(path: path, limits: limits)
        self.columns = columns
        for _ in 0..<10 {
            guard try reader.next(&row) else { break }
            let headings = row.texts.map(NameSheet.plain)
            let found = columns.map { column in headings.firstIndex { column.headings.contains($0) } }
            guard zip(columns, found).allSatisfy({ !$0.isRequired || $1 != nil }) else { continue }
            places = found
            return
        }
        let wanted = columns.filter(\.isRequired).map { $0.headings.prefix(2).joined(separator: "/") }
        throw Failure(
            "\(path) 的前十行里没有表头“\(wanted.joined(separator: "、"))”。请给这一列加上表头。",
            "The first ten rows of \(path) have no heading “\(wanted.joined(separator: ", "))”. Give the column one."
        )
    }

    /// How much of the file is read, 0 to 1.
    var progress: Double { reader.progress }

    /// The next row that has a name.
    mutating func next() throws -> Row? {
        while try reader.next(&row) {
            let cells = places.map { place in
                place.map { row.text($0).trimmingPrefix(while: \.isWhitespace) }.map(String.init) ?? ""
            }
            guard !zip(columns, cells).contains(where: { $0.isRequired && $1.isEmpty }) else { continue }
            guard cells.allSatisfy({ $0.unicodeScalars.count <= NameSheet.maximumCharacters }) else {
                throw Failure(
                    "第 \(row.number) 行有一格超过 \(NameSheet.maximumCharacters) 字，不会是名称。请更正后再对照。",
                    "A cell of row \(row.number) has more than \(NameSheet.maximumCharacters) characters, which is no name. Correct it."
                )
            }
            return Row(number: row.number, cells: cells)
        }
        return nil
    }

    /// A heading without blanks, marks of requirement and case.
    private static func plain(_ heading: String) -> String {
        heading.lowercased().filter { !$0.isWhitespace && $0 != "*" && $0 != "＊" && $0 != "\u{FEFF}" }
    }
}
