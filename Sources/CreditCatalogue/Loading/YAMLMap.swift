import CreditModel
import Yams

/// One mapping of a catalogue file under reading.
///
/// What is missing or of the wrong form goes to the log with its line, and a placeholder is read in its stead: with
/// any problem in the log no catalogue is made.
struct YAMLMap {
    let place: Place
    let log: ProblemLog
    private var values: [String: Node] = [:]
    private var keyLines: [String: Int] = [:]

    /// The mapping of a node; keys other than those expected are problems.
    init(_ node: Node, file: String, keys: [String]?, log: ProblemLog) {
        place = Place(file: file, line: node.mark?.line ?? 1)
        self.log = log
        guard let mapping = node.mapping else {
            reportForm(of: node, zh: "一组“键: 值”", en: "a group of “key: value”")
            return
        }
        for (key, value) in mapping {
            let name = key.string ?? ""
            values[name] = value
            keyLines[name] = key.mark?.line ?? place.line
            if let keys, !keys.contains(name) {
                let list = keys.joined(separator: ", ")
                log.add(
                    Place(file: file, line: keyLines[name] ?? place.line),
                    Bilingual(zh: "不认识的键“\(name)”", en: "unknown key “\(name)”"),
                    remedy: Bilingual(zh: "此处可用的键：\(list)", en: "keys allowed here: \(list)")
                )
            }
        }
    }

    /// The mapping's keys in the order of their lines.
    var keys: [Located<String>] {
        keyLines.map { Located(value: $0.key, place: Place(file: place.file, line: $0.value)) }
            .sorted { ($0.place.line, $0.value) < ($1.place.line, $1.value) }
    }

    /// Where a key stands, or the mapping itself where it is missing.
    func place(of key: String) -> Place {
        Place(file: place.file, line: keyLines[key] ?? place.line)
    }

    /// Whether a key is there.
    func has(_ key: String) -> Bool { values[key] != nil }

    /// Whether a list stands under a key.
    func isList(_ key: String) -> Bool { values[key]?.sequence != nil }

    /// Whether further keys stand under a key.
    func isGroup(_ key: String) -> Bool { values[key]?.mapping != nil }

    /// Whether one word stands under a key, and it is this one.
    func says(_ word: String, under key: String) -> Bool { values[key]?.string == word }

    /// Reports a key that is missing, or whose list is empty.
    func demand(_ key: String) {
        if required(key)?.sequence?.isEmpty == true {
            reportForm(of: values[key], zh: "“\(key)”至少一项", en: "at least one entry under “\(key)”")
        }
    }

    /// The node under a key that has to be there.
    private func required(_ key: String) -> Node? {
        if let node = values[key] { return node }
        reportMissing(key)
        return nil
    }

    /// Says that a key is missing.
    func reportMissing(_ key: String) {
        log.add(
            place,
            Bilingual(zh: "缺少“\(key)”", en: "“\(key)” is missing"),
            remedy: Bilingual(zh: "在这一段里添上“\(key):”", en: "add “\(key):” to this entry")
        )
    }

    /// The text under a key that has to be there and may not be empty.
    func text(_ key: String) -> String {
        guard let node = required(key) else { return "" }
        return text(of: node, key: key)
    }

    /// The text under a key that may be missing.
    func optionalText(_ key: String) -> String? {
        values[key].map { text(of: $0, key: key) }
    }

    /// The text under a key, with its place.
    func located(_ key: String) -> Located<String> {
        Located(value: text(key), place: place(of: key))
    }

    /// The texts of the list under a key; none where the key is missing.
    func texts(_ key: String) -> [Located<String>] {
        elements(key)
            .map { node in
                Located(
                    value: text(of: node, key: key),
                    place: Place(file: place.file, line: node.mark?.line ?? place.line)
                )
            }
    }

    /// The texts of the list under a key, of which some may be empty.
    func texts(_ key: String, orEmpty: Bool) -> [Located<String>] {
        elements(key)
            .map { node in
                let place = Place(file: place.file, line: node.mark?.line ?? place.line)
                let isEmpty = orEmpty && node.scalar?.string.isEmpty == true
                return Located(value: isEmpty ? "" : text(of: node, key: key), place: place)
            }
    }

    /// The entries of the list under a key, each a text or a list of its spellings.
    func spellings(_ key: String) -> [[Located<String>]] {
        elements(key)
            .map { node in
                let all = node.sequence.map(Array.init) ?? [node]
                return all.map {
                    Located(
                        value: text(of: $0, key: key),
                        place: Place(file: place.file, line: $0.mark?.line ?? place.line)
                    )
                }
            }
    }

    /// The elements of the list under a key; none where the key is missing.
    func elements(_ key: String) -> [Node] {
        guard let node = values[key] else { return [] }
        guard let sequence = node.sequence else {
            reportForm(of: node, zh: "“\(key)”要写成列表", en: "“\(key)” as a list")
            return []
        }
        return Array(sequence)
    }

    /// The mappings of the list under a key.
    func maps(_ key: String, keys: [String]) -> [YAMLMap] {
        elements(key).map { YAMLMap($0, file: place.file, keys: keys, log: log) }
    }

    /// The mapping under a key; any keys are allowed where none are given.
    func map(_ key: String, keys: [String]?) -> YAMLMap? {
        required(key).map { YAMLMap($0, file: place.file, keys: keys, log: log) }
    }

    /// The Chinese and the English text under a key that has to be there.
    func bilingual(_ key: String) -> Bilingual {
        guard let map = map(key, keys: ["zh", "en"]) else { return Bilingual(zh: "", en: "") }
        return Bilingual(zh: map.text("zh"), en: map.text("en"))
    }

    /// The Chinese and the English text under a key that may be missing.
    func optionalBilingual(_ key: String) -> Bilingual? {
        has(key) ? bilingual(key) : nil
    }

    /// Says that a node is not of the form asked for.
    private func reportForm(of node: Node?, zh: String, en: String) {
        log.add(
            Place(file: place.file, line: node?.mark?.line ?? place.line),
            Bilingual(zh: "写法不对：应为\(zh)", en: "wrong form: expected \(en)"),
            remedy: Bilingual(zh: "对照目录里同类条目的写法", en: "write it as the other entries of this kind are written")
        )
    }

    func text(of node: Node, key: String) -> String {
        guard let scalar = node.scalar else {
            reportForm(of: node, zh: "“\(key)”的一段文字", en: "a text for “\(key)”")
            return ""
        }
        if scalar.string.isEmpty {
            log.add(
                Place(file: place.file, line: node.mark?.line ?? place.line),
                Bilingual(zh: "“\(key)”是空的", en: "“\(key)” is empty"),
                remedy: Bilingual(zh: "写上内容", en: "write it")
            )
        }
        return scalar.string
    }
}
