import CreditCatalogue
import CreditModel

/// Reads the words of a code list, its aliases and codes.
struct CodeListReader {
    private let list: CodeList
    private let words: [String: String]
    private let withRemark: [String]

    init(_ list: CodeList) {
        self.list = list
        var words: [String: String] = [:]
        for value in list.values {
            for spelling in [value.text] + value.aliases where words[spelling] == nil { words[spelling] = value.text }
        }
        self.words = words
        withRemark = list.values.filter(\.takesRemark).map(\.text)
    }

    /// The list's first values, for the fault's message.
    var summary: Bilingual {
        let names = list.values.prefix(12).map(\.text).joined(separator: "、")
        return Bilingual(zh: names, en: names)
    }

    /// The list's own words for a cell, or `nil` where a part of it is not in the list.
    ///
    /// A word of the list that itself holds a separator (没收违法所得、没收非法财物) is tried before the cell is cut.
    func read(_ text: String, many: Bool) -> [String]? {
        if let word = word(text) { return [word] }
        guard many else { return nil }
        var found: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let (word, length) = longestPrefix(of: rest) else { return nil }
            if !found.contains(word) { found.append(word) }
            rest = rest.dropFirst(length).drop { Self.separators.contains($0) }
        }
        return found.isEmpty ? nil : found
    }

    private func word(_ text: String) -> String? {
        if let word = words[text] { return word }
        let stem = withRemark.first { text.hasPrefix($0) && "-－—:：(（".contains(text.dropFirst($0.count).first ?? "x") }
        return stem == nil ? nil : text
    }

    /// The longest piece up to a separator that is a word of the list.
    private func longestPrefix(of text: Substring) -> (word: String, length: Int)? {
        var ends = text.indices.filter { Self.separators.contains(text[$0]) }
        ends.append(text.endIndex)
        for end in ends.reversed() {
            let piece = text[..<end]
            if let word = word(String(piece.drop { $0 == " " })) { return (word, piece.count) }
        }
        return nil
    }

    private static let separators: Set<Character> = ["、", "，", ",", ";", "；", "|", " "]
}
