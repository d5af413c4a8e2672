import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import Hummingbird
import Synchronization

/// The blank forms of the catalogue's items, each made once, when it is first asked for.
final class TemplateShelf: Sendable {
    static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private let catalogue: Catalogue
    private let made = Mutex<[String: [UInt8]]>([:])

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The form of the item that an address names.
    func answer(_ call: Call, _ route: TemplateRoute) throws -> Response {
        guard let item = catalogue.item(call.part("item")),
            let blank = BlankTemplate(item: item.id, catalogue: catalogue)
        else { throw Problem.noSuchItem }
        let tag = call.backstage.tag(today: call.visit.today)
        guard !call.holds(tag) else { return Answer.unchanged(tag: tag) }
        let bytes = try bytes(of: item.id + route.rawValue) { path in
            switch route {
            case .workbook: try blank.writeWorkbook(to: path)
            case .text: try blank.writeCSV(to: path)
            }
        }
        let kind = route == .workbook ? "xlsx" : "csv"
        let type = route == .workbook ? TemplateShelf.workbookType : "text/csv; charset=utf-8"
        var response = Answer.make(bytes, type, .asking(tag: tag), .ok)
        response.headers[.contentDisposition] = FileName.attachment(
            "\(item.name.zh).\(kind)",
            plain: "\(item.id).\(kind)"
        )
        return response
    }

    private func bytes(of name: String, _ write: (String) throws -> Void) throws -> [UInt8] {
        if let known = made.withLock({ $0[name] }) { return known }
        let file = try MemoryFile()
        try write(file.path)
        let bytes = try file.bytes()
        made.withLock { $0[name] = bytes }
        return bytes
    }
}
