import CreditExchange
import Hummingbird
import NIOCore

/// A file that a visitor sends with what stands beside it in the form; the file goes to its place as it comes.
struct UploadForm {
    /// Bytes of a field that is no file.
    static let longestField = 1024
    /// Bytes of a form beside its file.
    static let allowance = 64 << 10

    private(set) var fields: [String: String] = [:]
    /// What the sender calls the file; `nil` where none was chosen.
    private(set) var fileName: String?
    /// Where the file went.
    let upload: CheckUpload
    private var reader: MultipartReader
    private var part: PartHeader?
    private var field: [UInt8] = []

    private init(_ request: Request, _ begin: () throws -> CheckUpload) throws {
        reader = try MultipartReader(contentType: request.headers[.contentType] ?? "")
        upload = try begin()
        try UploadForm.refuseLength(of: request, upload)
    }

    /// Reads a form to its end.
    ///
    /// - Throws: `Problem`; `CheckRefusal` where the file is too large, comes too slowly, or has no place.
    static func read(_ request: Request, into begin: () throws -> CheckUpload) async throws -> UploadForm {
        var form = Result { try UploadForm(request, begin) }
        try await RequestPieces.read(request) { piece in
            var open = try form.get()
            try open.feed(piece)
            form = .success(open)
        }
        let whole = try form.get()
        try whole.reader.finish()
        return whole
    }

    /// Reads a file that is the whole body.
    static func readBody(_ request: Request, into begin: () throws -> CheckUpload) async throws -> CheckUpload {
        let place = Result {
            let upload = try begin()
            try refuseLength(of: request, upload)
            return upload
        }
        try await RequestPieces.read(request) { try place.get().append($0) }
        let upload = try place.get()
        guard length(of: request) ?? upload.size == upload.size else { throw Problem.brokenForm }
        return upload
    }

    private static func length(of request: Request) -> Int? { request.headers[.contentLength].flatMap { Int($0) } }

    /// Whoever says beforehand that it will be too much need not send it.
    private static func refuseLength(of request: Request, _ upload: CheckUpload) throws(CheckRefusal) {
        guard let length = length(of: request), length > upload.limit + allowance else { return }
        throw .tooLarge
    }

    private mutating func feed(_ piece: UnsafeRawBufferPointer) throws {
        var reader = reader
        defer { self.reader = reader }
        try reader.feed(piece) { try take($0) }
    }

    private mutating func take(_ event: MultipartReader.Event) throws {
        switch event {
        case .begin(let header):
            part = header
            field.removeAll()
            guard let name = header.fileName, !name.isEmpty else { return }
            guard fileName == nil else { throw Problem.severalFiles }
            fileName = FileName.clean(name)
        case .data(let bytes):
            guard let part else { return }
            if part.fileName == nil {
                guard field.count + bytes.count <= UploadForm.longestField else { throw Problem.brokenForm }
                field.append(contentsOf: bytes)
            } else {
                try upload.append(bytes)
            }
        case .end:
            guard let part, part.fileName == nil, fields[part.name] == nil else { return }
            fields[part.name] = String(decoding: field, as: UTF8.self)
        }
    }
}
