import CreditCatalogue
import CreditExchange
import CreditModel
import CreditSheets
import HTTPTypes
import Hummingbird
import NIOCore

/// Takes files in to be checked, says how far they are, gives marked-up copies, forgets.
struct CheckDoor: Sendable {
    let backstage: Backstage

    private var desk: CheckDesk { backstage.checks }

    /// A form with a file: to its result, or back to the form with what was wrong.
    func take(_ request: Request, _ context: PortalContext, in language: Language) async throws -> Response {
        let call = try Call(request, context, language: language, backstage: backstage)
        do {
            return try await take(request, context, call)
        } catch {
            guard let problem = (error as? Problem) ?? (error as? CheckRefusal).map({ Problem($0, desk.limits) }) else {
                throw error
            }
            return CheckPage.page(call, problem)
        }
    }

    private func take(_ request: Request, _ context: PortalContext, _ call: Call) async throws -> Response {
        let form = try await UploadForm.read(request) {
            try desk.begin(client: context.client, isProxy: context.isLocal)
        }
        guard let name = form.fileName else { throw Problem.noFile }
        let wishes = try CheckWishes(call.visit) { form.fields[$0] }
        let token = try form.upload.finish(named: name, wishes)
        let isLarge = call.visit.isLarge || form.fields["type"] == "large"
        return Answer.redirect(to: Link.to(.checked(token), in: call.visit.language, isLarge: isLarge), for: false)
    }

    /// How a check stands, for the page's script.
    func progress(_ call: Call) throws(Problem) -> Response {
        guard let state = desk.state(of: call.part("token")) else { throw .noSuchCheck }
        return Answer.json(JSONWriter.text { $0.members(of: state) }, keeping: .never)
    }

    /// The file with its faults marked.
    func marked(_ call: Call) async throws -> Response {
        let token = call.part("token")
        guard let state = desk.state(of: token) else { throw Problem.noSuchCheck }
        guard state.isFinished else { throw Problem.notFinished }
        let copy: (name: String, file: MemoryFile)?
        do {
            copy = try await desk.copy(of: token, in: call.visit.language)
        } catch is IntakeProblem {
            throw Problem.noCopy
        } catch let refusal as CheckRefusal {
            throw Problem(refusal, desk.limits)
        }
        guard let copy else { throw Problem.noSuchCheck }
        return CheckDoor.download(copy.file, named: copy.name)
    }

    /// Forgets a check at once.
    func discard(_ call: Call) throws(Problem) -> Response {
        desk.discard(call.part("token"))
        let address = Link.to(.check, in: call.visit.language, isLarge: call.visit.isLarge)
        return Answer.redirect(to: address + (address.contains("?") ? "&" : "?") + "discarded=1", for: false)
    }

    private static func download(_ file: MemoryFile, named name: String) -> Response {
        let size = file.size
        let body = ResponseBody(contentLength: size) { writer in
            var offset = 0
            while offset < size {
                let piece = try file.read(from: offset, atMost: 256 << 10)
                guard !piece.isEmpty else { break }
                offset += piece.count
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
        let isMacro = name.hasSuffix(".xlsm")
        var response = Response(status: .ok, headers: [:], body: body)
        response.headers[.contentType] =
            isMacro ? "application/vnd.ms-excel.sheet.macroEnabled.12" : TemplateShelf.workbookType
        response.headers[.contentDisposition] = FileName.attachment(name, plain: isMacro ? "check.xlsm" : "check.xlsx")
        response.headers[.cacheControl] = "no-store"
        response.headers.set(HeaderNames.referrerPolicy, "no-referrer")
        response.headers.set(HeaderNames.robots, "noindex")
        return response
    }
}

extension CheckWishes {
    /// What a form or an address says of the file.
    init(_ visit: Visit, _ value: (String) -> String?) throws(Problem) {
        func said(_ name: String) -> String? {
            value(name).flatMap { text in text.contains { !$0.isWhitespace } ? text : nil }
        }
        self.init(receivedOn: visit.today)
        if let template = said("template") {
            guard visit.catalogue.template(template) != nil || visit.catalogue.layout(template) != nil else {
                throw .noSuchTemplate
            }
            self.template = template
        }
        if let id = said("from") {
            guard let department = visit.catalogue.departments[id], department.isSource else { throw .noSuchDepartment }
            self.department = department
        }
        if let text = said("received") {
            guard let day = Day(iso: text) else { throw .badDay }
            guard day <= visit.today else { throw .futureDay }
            receivedOn = day
        }
    }
}

extension JSONWriter {
    /// How a check stands.
    mutating func members(of state: CheckState) {
        switch state {
        case .waiting(let ahead):
            member("state", "waiting")
            member("ahead", ahead)
        case .running(let part, let rows):
            member("state", "running")
            member("percent", Int(part * 100))
            member("rows", rows)
        case .done(let result):
            member("state", "done")
            member("percent", 100)
            member("rows", result.rows.rows)
        case .failed: member("state", "failed")
        }
    }
}
