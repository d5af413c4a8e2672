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
        let bytes = try bytes(of: item.id, route, blank, call.visit.today)
        let kind = route == .text ? "csv" : "xlsx"
        let type = route == .text ? "text/csv; charset=utf-8" : TemplateShelf.workbookType
        var response = Answer.make(bytes, type, .asking(tag: tag), .ok)
        response.headers[.contentDisposition] = FileName.attachment(
            item.name.zh + (route == .practice ? "（练习）" : "") + "." + kind,
            plain: item.id + (route == .practice ? "-practice" : "") + "." + kind
        )
        return response
    }

    private func bytes(
        of item: String,
        _ route: TemplateRoute,
        _ blank: BlankTemplate,
        _ today: Day
    ) throws -> [UInt8] {
        switch route {
        case .workbook:
            try kept([item, route.rawValue, edition(item, today)].joined(separator: " ")) {
                try blank.writeWorkbook(to: $0, on: today)
            }
        case .text: try kept(item + route.rawValue) { try blank.writeCSV(to: $0) }
        case .practice:
            // Its days are those of today.
            try written { try PracticeWorkbook(item: item, catalogue: catalogue, today: today)?.write(to: $0) }
        }
    }

    /// A form offers the grades in force.
    private func edition(_ item: String, _ today: Day) -> String {
        catalogue.item(item)?.scheme.flatMap(catalogue.scheme)?.edition(on: today)?.id ?? ""
    }

    private func kept(_ name: String, _ write: (String) throws -> Void) throws -> [UInt8] {
        if let known = made.withLock({ $0[name] }) { return known }
        let bytes = try written(write)
        made.withLock { $0[name] = bytes }
        return bytes
    }

    private func written(_ write: (String) throws -> Void) throws -> [UInt8] {
        let file = try MemoryFile()
        try write(file.path)
        return try file.bytes()
    }
}
