import CreditFiles
import CreditModel
import CreditStore
import Hummingbird

/// The credit file: the page that the portal is judged by.
struct FilePage: PageMaker {
    static let route = PageRoute.file

    func answer(_ call: Call) async throws -> Response {
        let on = try call.query.factsDay(today: call.visit.today)
        let key = call.key
        guard call.part("key") == key else {
            return Answer.redirect(to: call.visit.link(.file(key: key, on: on)), for: true)
        }
        if let unchanged = try await call.unchanged() { return unchanged }
        guard let file = try await call.file(key, on: on) else { throw Problem.noSuchFile }
        let body = PageBody(
            page: .file(key: file.subject.key, on: on),
            title: FilePage.title(of: file, on: on, call.visit),
            isIndexed: file.mayBeIndexed,
            head: file.head,
            copies: true,
            content: FileView(visit: call.visit, file: file).html
        )
        return Answer.page(body, call, keeping: .asking(tag: call.tag(of: file)))
    }

    /// The name; for another day than today with the day.
    private static func title(of file: CreditFile, on: Day?, _ visit: Visit) -> String {
        guard on != nil else { return file.subject.name }
        let name = file.subject.name
        return visit[Bilingual(zh: "\(name)（\(file.on.written.zh)）", en: "\(name) (\(file.on.written.en))")]
    }
}

extension Call {
    /// The file of a code, where the code can be one at all.
    func file(_ key: String, on: Day?) async throws -> CreditFile? {
        guard (9...18).contains(key.utf8.count), key.utf8.allSatisfy({ $0.isCodeCharacter }) else { return nil }
        return try await backstage.desk.file(key: key, on: on ?? visit.today, today: visit.today)
    }
}

extension Call {
    /// The tag of what follows from a file: of the ledger that it was read at.
    func tag(of file: CreditFile) -> String { backstage.tag(file.head, today: visit.today) }
}

extension CreditFile {
    /// Files with adverse entries are kept out of search engines, and so are those of sole traders (limit 1).
    var mayBeIndexed: Bool {
        subject.kind.isFoundByPartOfName && !sections.contains { $0.entries.contains { $0.polarity == .adverse } }
    }
}
