import CreditModel
import CreditSearch
import CreditSheets
import Foundation

/// A list of organisations in a file, to be searched in place of the store: columns `name` and `code`, perhaps `former`.
struct NameList {
    private static let headings: [String: Column] = [
        "name": .name, "名称": .name, "企业名称": .name, "code": .code, "代码": .code, "统一社会信用代码": .code, "former": .former,
        "曾用名": .former,
    ]

    private enum Column { case name, code, former }

    /// The index of the list; rows without a name are passed over, and those without a code get their row's number.
    static func index(path: String, brandStart: @escaping (String) -> Int) throws -> NameIndex {
        var reader = try SheetFile.open(path: path)
        var row = SheetRow()
        guard try reader.next(&row) else { throw empty(path) }
        let columns = (0..<row.count).map { headings[row.text($0).lowercased().filter { !$0.isWhitespace }] }
        guard let name = columns.firstIndex(of: .name) else { throw empty(path) }
        let code = columns.firstIndex(of: .code)
        let former = columns.firstIndex(of: .former)
        var builder = NameIndexBuilder(brandStart: brandStart)
        while try reader.next(&row) {
            guard name < row.count, !row.text(name).isEmpty else { continue }
            let key = code.flatMap { $0 < row.count ? row.text($0) : nil } ?? ""
            let old = former.flatMap { $0 < row.count ? row.text($0) : nil } ?? ""
            builder.add(
                SubjectNames(
                    id: Int64(row.number),
                    key: key.isEmpty ? String(row.number) : key.uppercased(),
                    kind: CreditCode(key.uppercased())?.kind ?? .other,
                    names: [SubjectNames.Name(row.text(name))]
                        + old.split(separator: ";").map { SubjectNames.Name(String($0), isFormer: true) }
                )
            )
        }
        return builder.build()
    }

    private static func empty(_ path: String) -> Failure {
        Failure(
            "\(path) 的第一行没有“名称”一列。要有“名称”和“代码”两列，可以有“曾用名”。",
            "The first row of \(path) has no column `name`. It needs `name` and `code`, and may have `former`."
        )
    }
}
