import CreditCatalogue
import CreditExchange
import CreditModel
import HTTPTypes
import Hummingbird

/// Checks a file that is the body, or stands in a form: a small one at once, of a larger one it says where the result will be.
struct CheckEndpoint: Sendable {
    /// Bytes of a file that is answered for at once.
    static let atOnce = 5 << 20

    let backstage: Backstage

    func take(_ request: Request, _ context: PortalContext) async throws -> Response {
        let call = try Call(request, context, language: .zh, backstage: backstage)
        let desk = backstage.checks
        let begin = { try desk.begin(client: context.client, isProxy: context.isLocal) }
        let upload: CheckUpload
        var name = call.query["name"].map(FileName.clean)
        var fields: [String: String] = [:]
        if (request.headers[.contentType] ?? "").lowercased().hasPrefix("multipart/") {
            let form = try await UploadForm.read(request, into: begin)
            guard let given = form.fileName else { throw Problem.noFile }
            name = given
            upload = form.upload
            fields = form.fields
        } else {
            upload = try await UploadForm.readBody(request, into: begin)
        }
        let size = upload.size
        let wishes = try CheckWishes(call.visit) { fields[$0] ?? call.query[$0] }
        let token = try upload.finish(named: name ?? FileName.clean(""), wishes)
        guard size <= CheckEndpoint.atOnce else { return accepted(token) }
        await desk.finished(token)
        defer { desk.discard(token) }
        return try CheckedEndpoint.answer(call, token)
    }

    private func accepted(_ token: String) -> Response {
        var response = Answer.make(
            JSONWriter.text {
                $0.member("state", "waiting")
                $0.member("location", Link.to(check: token))
            },
            "application/json; charset=utf-8",
            .never,
            .accepted
        )
        response.headers[.location] = Link.to(check: token)
        response.headers.set(HeaderNames.robots, "noindex")
        return response
    }
}

/// How a check stands, and when it is done what came of it.
struct CheckedEndpoint: EndpointMaker {
    static let route = EndpointRoute.checked

    func answer(_ call: Call) async throws -> Response { try CheckedEndpoint.answer(call, call.part("token")) }

    static func answer(_ call: Call, _ token: String) throws(Problem) -> Response {
        guard let state = call.backstage.checks.state(of: token) else { throw .noSuchCheck }
        switch state {
        case .waiting, .running:
            var response = Answer.json(JSONWriter.text { $0.members(of: state) }, keeping: .never)
            response.status = .accepted
            return response
        case .done(let result):
            let language = Language(rawValue: call.query["lang"] ?? "") ?? .zh
            let words = CheckedJSON(call.visit.catalogue.faults, language)
            return Answer.json(JSONWriter.text(capacity: 1 << 16) { $0.write(result, words) }, keeping: .never)
        case .failed(let failure): throw Problem(failure, call.backstage.checks.limits)
        }
    }
}

extension JSONWriter {
    /// What came of a check, as `xinyuan check --json` gives it.
    fileprivate mutating func write(_ result: CheckResult, _ words: CheckedJSON) {
        key("faults")
        array { json in
            for table in result.tables {
                let name = result.tables.count > 1 ? table.table.name : ""
                for found in table.faults { words.write(found.fault, in: name, into: &json) }
            }
        }
        member("faultCount", result.total)
        CheckedJSON.writeCounts(result.tables, result.unread, into: &self)
    }
}

extension Problem {
    /// Why a file could not be checked.
    fileprivate init(_ failure: CheckFailure, _ limits: CheckLimits) {
        let detail: Bilingual
        switch failure {
        case .ours:
            self = .failure
            return
        case .full: detail = CheckFailure.noRoom
        case .tooLong:
            detail = Bilingual(
                zh: "查验用时超过 \(limits.longestCheck) 秒，已经停止。请把文件拆小。",
                en: "The check took longer than \(limits.longestCheck) seconds and was stopped. Split the file."
            )
        case .problem(let problem):
            detail = problem.clerkMessage
        }
        self.init(
            "not-checked",
            .unprocessableContent,
            title: Bilingual(zh: "这个文件没能查验", en: "This file could not be checked"),
            detail: detail
        )
    }
}
