import CreditModel
import CreditSearch

/// What a search found, as lines.
enum SearchLines {
    /// One line of JSON: `{"query", "note", "hits": [{"code", "name", "matched", "former", "why", "score", "marked"}]}`.
    static func json(_ query: String, _ outcome: SearchOutcome) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pair("query", query)
            json.pair("note", outcome.note.rawValue)
            json.key("hits")
            json.array { json in
                for hit in outcome.hits { write(hit, &json) }
            }
        }
        return json.bytes + [0x0A]
    }

    private static func write(_ hit: SearchHit, _ json: inout JSONWriter) {
        json.object { json in
            json.pair("code", hit.key)
            json.pair("name", hit.name)
            json.pair("matched", hit.matchedName)
            json.key("former")
            json.bool(hit.isFormer)
            json.pair("why", hit.why.rawValue)
            json.key("score")
            json.decimal(thousandths: Int((hit.score * 1000).rounded()))
            json.key("marked")
            json.array { json in
                for range in hit.matched {
                    json.array { json in
                        json.integer(range.lowerBound)
                        json.integer(range.upperBound)
                    }
                }
            }
        }
    }

    /// Lines for people: the matched part in brackets 【…】.
    static func print(_ outcome: SearchOutcome, _ language: Language) {
        for hit in outcome.hits {
            let matched = hit.matchedName == hit.name ? "" : "  ← \(marked(hit))"
            let name = hit.matchedName == hit.name ? marked(hit) : hit.name
            Terminal.line("\(hit.key)  \(name)  (\(way(hit, language)))\(matched)")
        }
        let note = words(outcome.note)[language]
        if !note.isEmpty { Terminal.line(note) }
    }

    private static func marked(_ hit: SearchHit) -> String {
        let characters = Array(hit.matchedName)
        var text = ""
        var done = 0
        for range in hit.matched where range.lowerBound >= done && range.upperBound <= characters.count {
            text += String(characters[done..<range.lowerBound]) + "【" + String(characters[range]) + "】"
            done = range.upperBound
        }
        return text + String(characters[done...])
    }

    private static func way(_ hit: SearchHit, _ language: Language) -> String {
        let former = hit.isFormer ? (language == .zh ? "曾用名，" : "former name, ") : ""
        return former + words(hit.why)[language]
    }

    private static func words(_ way: SearchHit.Way) -> Bilingual {
        switch way {
        case .code: Bilingual(zh: "代码", en: "code")
        case .codePart: Bilingual(zh: "代码的一部分", en: "part of the code")
        case .exactName: Bilingual(zh: "全称", en: "the whole name")
        case .beginning: Bilingual(zh: "名称开头", en: "beginning of the name")
        case .part: Bilingual(zh: "名称的一部分", en: "part of the name")
        case .similar: Bilingual(zh: "名称相近", en: "a close name")
        case .pinyin: Bilingual(zh: "拼音", en: "pinyin")
        case .initials: Bilingual(zh: "拼音首字母", en: "initials of its pinyin")
        }
    }

    private static func words(_ note: SearchOutcome.Note) -> Bilingual {
        switch note {
        case .complete: Bilingual(zh: "", en: "")
        case .more: Bilingual(zh: "还有更多，用 --limit 取得。", en: "There are more; --limit gives them.")
        case .tooCommon:
            Bilingual(zh: "含有这些字的太多，只看了一部分，请多写几个字。", en: "So many have this that only some were looked at; write more.")
        case .nothingFound: Bilingual(zh: "没有找到。", en: "Nothing was found.")
        case .tooShort: Bilingual(zh: "至少要两个字。", en: "At least two characters are needed.")
        }
    }
}
