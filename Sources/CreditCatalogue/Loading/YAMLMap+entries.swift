import CreditModel
import Yams

/// Lists whose entries take more than one form.
extension YAMLMap {
    /// One entry of a list: a word, or a group of keys.
    enum Entry {
        case word(Located<String>)
        case group(YAMLMap)
    }

    /// The entries of the list under a key, each a word or a group; `keys` says which keys a group may have.
    func entries(_ key: String, keysOf keys: (YAMLMap) -> [String]) -> [Entry] {
        elements(key)
            .map { node in
                guard node.mapping != nil else {
                    let place = Place(file: place.file, line: node.mark?.line ?? place.line)
                    return .word(Located(value: text(of: node, key: key), place: place))
                }
                return .group(regrouped(node, keys))
            }
    }

    /// The mappings of the list under a key, whose keys depend on what stands in them.
    func maps(_ key: String, keysOf keys: (YAMLMap) -> [String]) -> [YAMLMap] {
        elements(key).map { regrouped($0, keys) }
    }

    /// The texts of the list under a key, each in both languages.
    func bilinguals(_ key: String) -> [Bilingual] {
        maps(key, keys: ["zh", "en"]).map { Bilingual(zh: $0.text("zh"), en: $0.text("en")) }
    }

    private func regrouped(_ node: Node, _ keys: (YAMLMap) -> [String]) -> YAMLMap {
        let any = YAMLMap(node, file: place.file, keys: nil, log: log)
        guard node.mapping != nil else { return any }
        return YAMLMap(node, file: place.file, keys: keys(any), log: log)
    }
}

extension YAMLMap {
    /// Where the elements of the list under a key stand; none where no list is there.
    func places(ofElements key: String) -> [Place] {
        guard isList(key) else { return [] }
        return elements(key).map { Place(file: place.file, line: $0.mark?.line ?? place.line) }
    }
}
