import CreditCatalogue
import CreditFiles
import CreditModel
import Hummingbird

/// One credit file.
struct FileEndpoint: EndpointMaker {
    static let route = EndpointRoute.file

    func answer(_ call: Call) async throws -> Response {
        let on = try call.query.factsDay(today: call.visit.today)
        if let unchanged = try await call.unchanged() { return unchanged }
        guard let file = try await call.file(call.key, on: on) else { throw Problem.noSuchFile }
        return Answer.json(FileEndpoint.bytes(file), keeping: .asking(tag: call.tag(of: file)))
    }

    static func bytes(_ file: CreditFile) -> [UInt8] {
        JSONWriter.text(capacity: 32_768) { json in
            json.key("subject")
            json.write(file.subject)
            json.member("on", file.on)
            json.member("today", file.today)
            json.member("ledgerSize", file.ledgerSize)
            json.member("sections", file.sections) { json, section in
                json.object {
                    $0.member("id", section.section.id)
                    $0.member("name", section.section.name)
                    $0.member("entries", section.entries) { $0.write($1) }
                }
            }
        }
    }
}
