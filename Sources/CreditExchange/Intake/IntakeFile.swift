public import CreditCatalogue
public import CreditModel
public import CreditSheets

/// A file as it was handed in: which of its tables are records of which item, and which are not read and why.
///
/// ```swift
/// let file = try IntakeFile(path: path, catalogue: catalogue, options: options)
/// for table in file.tables {
///     let intake = try file.open(table)
/// }
/// ```
///
/// It stores nothing.
public final class IntakeFile {
    /// What kind of file it is.
    public let kind: SheetBook.Kind
    /// The tables whose headings are known, from left to right; never empty.
    public let tables: [Table]
    /// The other tables, hidden ones among them.
    public let unread: [UnreadTable]
    private let book: SheetBook
    private let catalogue: Catalogue
    private let options: Intake.Options
    private let layouts: LayoutSearch
    private var waiting: [Int: any SheetReader]

    /// A table whose headings are known.
    public struct Table: Sendable {
        /// Its place among the file's tables.
        public let index: Int
        /// Its name; empty where the file has but one table, without a name.
        public let name: String
        /// The item and layout that its headings fit.
        public let match: TemplateMatch
        /// Its headings as they are quoted in faults.
        public let headings: [String]
        /// The row in which they stand.
        public let headingRow: Int
        /// The layout by which it is read, where it is a department's own export.
        var layout: LayoutMatch?
    }

    /// A table that is not read.
    public struct UnreadTable: Sendable {
        /// Its name.
        public let name: String
        /// Why.
        public let reason: Reason

        /// Why a table is not read.
        public enum Reason: Sendable {
            /// Its sender does not see it.
            case hidden
            /// It holds nothing.
            case empty
            /// No row of headings that any layout knows; the first row with several words is quoted.
            case unknownLayout(seen: [String])
            /// Its headings are not those of the layout asked for.
            case otherTemplate
            /// Rows of the table named point to it; it was read with that one.
            case partner(of: String)
            /// A layout knows it, and cannot make records of it.
            case layout(LayoutProblem)
            /// It cannot be read.
            case unreadable(SheetError)
        }
    }

    /// Opens a file and looks for headings among the first twenty rows of each table, instruction rows above them passed over.
    ///
    /// `others` are files that its tables point to; no records are made of them.
    ///
    /// - Throws: `IntakeProblem` where no table can be read as records.
    public init(
        path: String,
        beside others: [String] = [],
        catalogue: Catalogue,
        options: Intake.Options
    ) throws(IntakeProblem) {
        self.catalogue = catalogue
        self.options = options
        let isLayout = options.template.map { catalogue.layout($0) != nil } ?? false
        let search = isLayout ? nil : try HeadingSearch(catalogue, options)
        do {
            book = try SheetBook(path: path, limits: options.limits)
        } catch {
            throw .sheet(error)
        }
        kind = book.kind
        layouts = try LayoutSearch(book, path: path, beside: others, catalogue, options)
        var tables: [Table] = []
        var unread: [UnreadTable] = []
        var waiting: [Int: any SheetReader] = [:]
        for index in book.tables.indices where !book.tables[index].isOurs {
            guard options.sheet == nil || book.tables[index].name == options.sheet else { continue }
            switch layouts.look(at: index) ?? search?.look(at: index, of: book) ?? .unread(.otherTemplate) {
            case .found(let table, let reader):
                tables.append(table)
                if let reader { waiting[index] = reader }
            case .unread(let reason):
                unread.append(UnreadTable(name: HeadingSearch.name(book.tables[index].name), reason: reason))
            }
        }
        self.tables = tables
        self.unread = unread
        self.waiting = waiting
        guard tables.isEmpty else { return }
        if let begun = layouts.begun { throw .layout(begun) }
        let there = book.tables.filter { $0.isVisible && !$0.isOurs }
        throw IntakeProblem(unread.map(\.reason), options: options, sheets: there.map { HeadingSearch.name($0.name) })
    }

    /// The names of the file's tables, for whoever writes upon them.
    var hasSeveralTables: Bool { book.tables.count > 1 }

    /// Opens one of the file's tables before its first row of data.
    public func open(_ table: Table) throws(IntakeProblem) -> Intake {
        if let layout = table.layout { return Intake(table, try layouts.open(layout), options) }
        let reader: any SheetReader
        if let waits = waiting.removeValue(forKey: table.index) {
            reader = waits
        } else {
            do {
                reader = try IntakeFile.reader(of: book, behindHeadingsOf: table)
            } catch {
                throw .sheet(error)
            }
        }
        return Intake(table, reader, catalogue, options)
    }

    private static func reader(of book: SheetBook, behindHeadingsOf table: Table) throws(SheetError) -> any SheetReader
    {
        var reader = try book.open(table.index)
        var row = SheetRow()
        while try reader.next(&row), row.number < table.headingRow {}
        return reader
    }
}

extension IntakeProblem {
    /// Why none of a file's tables can be read: what is wrong with the file first, then what is wrong with its headings.
    fileprivate init(_ reasons: [IntakeFile.UnreadTable.Reason], options: Intake.Options, sheets: [String]) {
        var seen: [String] = []
        for reason in reasons {
            switch reason {
            case .unreadable(let error):
                self = .sheet(error)
                return
            case .layout(let problem):
                self = .layout(problem)
                return
            case .otherTemplate:
                self = .otherTemplate(options.template ?? "")
                return
            case .unknownLayout(let words): if words.count > seen.count { seen = words }
            case .hidden, .empty, .partner: break
            }
        }
        if let sheet = options.sheet, reasons.isEmpty {
            self = .noSuchSheet(sheet, there: sheets)
        } else if reasons.allSatisfy(\.holdsNothing) {
            self = .sheet(SheetError(reasons.contains(where: \.isEmpty) ? .empty : .noSheet))
        } else {
            self = .unknownLayout(seen: seen)
        }
    }
}

extension IntakeFile.UnreadTable.Reason {
    fileprivate var isEmpty: Bool { if case .empty = self { true } else { false } }

    fileprivate var holdsNothing: Bool {
        switch self {
        case .hidden, .empty: true
        default: false
        }
    }
}

extension IntakeFile.UnreadTable {
    /// Why the table is not read, and what to do where that was not meant.
    public func message(in language: Language) -> String {
        switch (reason, language) {
        case (.hidden, .zh): "已隐藏，没有读取；要报送的话请先取消隐藏。"
        case (.hidden, .en): "is hidden and was not read; unhide it if it is to be handed in."
        case (.empty, .zh): "是空的。"
        case (.empty, .en): "is empty."
        case (.unknownLayout, .zh): "没有认识的表头，没有读取；不是报送内容的，不必处理。"
        case (.unknownLayout, .en):
            "has no known headings and was not read; if it is not meant to be, nothing need be done."
        case (.otherTemplate, .zh): "不是指明的模板，没有读取。"
        case (.otherTemplate, .en): "is not in the layout asked for and was not read."
        case (.partner(let name), .zh): "供“\(name)”对照，已一并读取。"
        case (.partner(let name), .en): "is what “\(name)” points to, and was read with it."
        case (.layout(let problem), _): problem.message(in: language)
        case (.unreadable(let error), _): error.message(chinese: language == .zh)
        }
    }

    /// Whether its sender has to be told even where other tables were read: what is hidden or empty is as it should be.
    public var needsAttention: Bool {
        switch reason {
        case .unreadable: true
        case .layout(.notARecord): false
        case .layout: true
        default: false
        }
    }
}
