/// What a part of a form says of itself.
struct PartHeader: Sendable, Hashable {
    /// The field's name; empty where the part names none.
    let name: String
    /// What the sender calls the file; `nil` where the part is no file.
    let fileName: String?

    init(_ bytes: some Sequence<UInt8>) {
        let text = String(decoding: Array(bytes), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        let value = HeaderValue(String(line?.drop { $0 != ":" }.dropFirst() ?? ""))
        name = value.parameters["name"] ?? ""
        fileName = value.parameters["filename*"].flatMap(HeaderValue.extended) ?? value.parameters["filename"]
    }
}
