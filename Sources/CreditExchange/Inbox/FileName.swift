import CreditModel

/// A name in a folder as its bytes: front-end machines send names in GBK, with line breaks, and of any length up to 255 bytes.
struct FileName: Hashable, Sendable {
    /// The longest name that a folder takes, in bytes.
    static let longest = 255
    /// What is said to those who put a file where nobody can say whose it is.
    static let readMe = FileName("请看我-README.txt")

    /// The bytes.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The name as text, where it is one.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    /// Whether the file is not meant for us: hidden, still being written, or a mark of an office program.
    var isPassedOver: Bool {
        if isHidden || bytes.starts(with: Array("~$".utf8)) { return true }
        return FileName.unfinished.contains { endsWith($0) } || isAnswer
    }

    private static let unfinished = [".part", ".filepart", ".tmp", ".crdownload", ".swp"]

    /// Whether it is one of our letters, which are never taken in; a marked-up copy is known by its content.
    private var isAnswer: Bool { self == FileName.readMe || isLetter }

    /// Whether a folder's listing hides it.
    var isHidden: Bool { bytes.first == 0x2E }

    /// Whether it is called like a receipt of ours.
    var isLetter: Bool {
        Answer.Kind.letters.contains { endsWith($0.suffix) || endsWith($0.plainSuffix) }
    }

    private func endsWith(_ suffix: String) -> Bool {
        let wanted = Array(suffix.utf8)
        return bytes.count >= wanted.count
            && zip(bytes.suffix(wanted.count), wanted)
                .allSatisfy { $0 == $1 || ((0x41...0x5A) ~= $0 && $0 | 0x20 == $1) }
    }

    /// The bytes of a name for answers: every citizen number masked, no signs that a folder or a terminal trips over (limit 8).
    func masked(on today: Day) -> FileName {
        let found = bytes.withUnsafeBufferPointer { CitizenNumber.ranges(in: $0, on: today) }
        var masked: [UInt8] = []
        var position = 0
        for range in found {
            masked += bytes[position..<range.lowerBound]
            masked += [UInt8](repeating: 0x78, count: min(range.count, 18))
            position = range.upperBound
        }
        masked += bytes[position...]
        return FileName(bytes: masked.map { $0 < 0x20 || $0 == 0x7F || $0 == 0x2F ? 0x5F : $0 })
    }

    /// The name as it may be shown in letters and logs: masked, in one line, what is no text replaced.
    func shown(on today: Day) -> String {
        let text = CitizenNumber.masking(String(decoding: masked(on: today).bytes, as: UTF8.self), on: today)
        let isPlain: (Unicode.Scalar) -> Bool = { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : "_" }))
    }

    /// The name with something behind it, cut so that it fits; of a text only whole characters are cut off.
    func with(suffix: String) -> FileName {
        let end = Array(suffix.utf8)
        var stem = bytes.prefix(max(FileName.longest - end.count, 0))
        if stem.count < bytes.count, text != nil {
            while !stem.isEmpty, bytes[stem.count] & 0xC0 == 0x80 { stem = stem.dropLast() }
        }
        return FileName(bytes: Array(stem) + end)
    }

    /// The name without its extension, and the extension with its dot.
    var parts: (stem: FileName, kind: String) {
        guard let dot = bytes.lastIndex(of: 0x2E), dot > 0, bytes.count - dot <= 6 else { return (self, "") }
        return (FileName(bytes: Array(bytes[..<dot])), String(decoding: bytes[dot...], as: UTF8.self))
    }
}

/// What is written beside a file that was handed in.
struct Answer: Codable, Sendable, Hashable {
    /// What it is.
    let kind: Kind
    /// Its name's bytes.
    let name: [UInt8]
    /// SHA-256 of what we wrote, in hexadecimal.
    let digest: String
    /// What the folder said of it when it was written.
    var mark: FileMark?

    /// The kinds of answers.
    enum Kind: String, Codable, Sendable {
        /// The sender's own file with its faults marked.
        case copy
        /// The receipt for machines.
        case json
        /// The receipt for people.
        case receipt
        /// Why nothing was taken.
        case notTaken

        /// Those that are letters of ours, whatever somebody does to them.
        static let letters: [Kind] = [.json, .receipt, .notTaken]

        /// How the name of such an answer ends.
        var suffix: String {
            switch self {
            case .copy: "（查验结果）.xlsx"
            case .json: ".receipt.json"
            case .receipt: ".回执.txt"
            case .notTaken: ".未收-not-taken.txt"
            }
        }

        /// The same where the file's name is in another encoding, in signs that all encodings share.
        var plainSuffix: String {
            switch self {
            case .copy: ".checked.xlsx"
            case .json: ".receipt.json"
            case .receipt: ".receipt.txt"
            case .notTaken: ".not-taken.txt"
            }
        }
    }
}
