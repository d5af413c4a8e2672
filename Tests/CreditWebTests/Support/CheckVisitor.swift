import CreditCatalogue
import CreditExchange
import CreditModel
import HTTPTypes
import TestSupport

@testable import CreditWeb

/// Somebody who sends files to the check page of a portal with the city's catalogue.
struct CheckVisitor {
    static let boundary = "TEWTboundary"

    let portal: TestPortal

    init(limits: CheckLimits = CheckLimits()) throws {
        portal = try TestPortal(try Folders.city.get(), filled: false, limits: limits)
    }

    /// A form with a file and fields.
    static func form(_ file: [UInt8], named name: String, fields: [String: String] = [:]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8
        }
        bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8
        return bytes + file + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    /// What comes back after a file is sent.
    func send(
        _ file: [UInt8],
        named name: String = "许可.csv",
        fields: [String: String] = [:],
        to path: String = "/check",
        headers: HTTPFields = [:]
    ) async throws -> TestPortal.Reply {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(CheckVisitor.boundary)"
        let form = CheckVisitor.form(file, named: name, fields: fields)
        return try await portal.get(path, method: .post, headers: headers, body: [form])
    }

    /// Sends a file and waits until it is checked; gives the address of its result.
    func check(
        _ file: [UInt8],
        named name: String = "许可.csv",
        fields: [String: String] = [:],
        to path: String = "/check"
    )
        async throws -> String
    {
        let reply = try await send(file, named: name, fields: fields, to: path)
        let address = reply.headers[.location] ?? ""
        let token = address.split(separator: "?")[0].split(separator: "/").last.map(String.init) ?? ""
        await portal.checks.finished(token)
        return address
    }

    /// A sheet of licences: rows with a code that holds, some of them with a date that does not exist.
    static func licences(_ rows: Int, wrong: Set<Int> = [], name: String = "测试有限公司") throws -> [UInt8] {
        let catalogue = try Folders.city.get()
        guard let item = catalogue.item("licence"), let template = item.templates.first else { return [] }
        let lines = (0..<rows)
            .map { row in
                template.columns
                    .map { column in
                        let field = column.field.flatMap { item.field($0) }
                        return switch field?.id {
                        case "name": name + "\(row)"
                        case "decidedOn" where wrong.contains(row): "2026-02-30"
                        case "decidedOn": "2026-07-02"
                        case "docNumber": "测许〔2026〕\(row)号"
                        default: field?.example ?? ""
                        }
                    }
                    .map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }
        let head = template.columns.map { "\"\($0.heading)\"" }.joined(separator: ",")
        return Array(([head] + lines).joined(separator: "\r\n").utf8)
    }
}
