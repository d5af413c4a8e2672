import CreditModel

/// `names.yaml`.
extension NameWords {
    static let keys = [
        "places", "countyEndings", "townEndings", "notPlaces", "forms", "branches", "trades", "ownCharacters",
    ]

    init(reading map: YAMLMap) {
        for key in ["places", "forms", "branches", "trades"] { map.demand(key) }
        let trades = map.maps("trades", keys: ["of", "isGeneral", "words"])
        let forms = map.maps("forms", keys: ["words", "endsName"])
        let branches = map.texts("branches")
        let words = SpellingCheck(map.log)
        let provinces = map.maps("places", keys: ["province", "cities"]).map { Province(reading: $0, words) }
        self.init(
            provinces: provinces,
            countyEndings: map.optionalText("countyEndings") ?? "",
            townEndings: map.optionalText("townEndings") ?? "",
            notPlaces: map.texts("notPlaces").map { words.take($0, of: "notPlaces") },
            forms: forms.map { form in
                form.demand("words")
                return Form(
                    words: form.texts("words").map { words.take($0, of: "forms") },
                    endsName: form.flag("endsName")
                )
            },
            trades: trades.filter { !$0.flag("isGeneral") }.flatMap { Self.groups(of: $0, words) },
            generalTrades: trades.filter { $0.flag("isGeneral") }
                .flatMap { Self.groups(of: $0, words).flatMap(\.self) },
            branches: branches.map { words.take($0, of: "branches") },
            ownCharacters: map.optionalText("ownCharacters") ?? ""
        )
    }

    private static func groups(of trade: YAMLMap, _ words: SpellingCheck) -> [[String]] {
        trade.demand("words")
        return trade.texts("words").map { words.split($0, of: "trades") }
    }
}

extension NameWords.Province {
    fileprivate init(reading map: YAMLMap, _ words: SpellingCheck) {
        self.init(
            spellings: words.split(map.located("province"), of: "places"),
            cities: map.texts("cities").map { words.split($0, of: "cities") }
        )
    }
}

/// Takes spellings apart and says which of them cannot be found in a name or stand twice.
private final class SpellingCheck {
    private let log: ProblemLog
    private var seen: [String: Set<String>] = [:]

    init(_ log: ProblemLog) { self.log = log }

    /// The spellings of a cell, apart by slashes.
    func split(_ cell: Located<String>, of list: String) -> [String] {
        cell.value.split(separator: "/", omittingEmptySubsequences: false)
            .map { take(Located(value: String($0), place: cell.place), of: list) }
    }

    /// One spelling, checked.
    func take(_ spelling: Located<String>, of list: String) -> String {
        let characters = spelling.value.unicodeScalars
        if !spelling.value.isEmpty, !seen[list, default: []].insert(spelling.value).inserted {
            log.addDuplicate(spelling, of: Bilingual(zh: "名称用语", en: "word of names"))
        }
        if spelling.value.isEmpty || characters.count > 20 || !characters.allSatisfy(\.properties.isAlphabetic) {
            log.add(
                spelling.place,
                Bilingual(
                    zh: "“\(spelling.value)”不是名称里的词：只能是一至二十个汉字或字母",
                    en: "“\(spelling.value)” is no word of a name: one to twenty characters or letters, no signs"
                ),
                remedy: Bilingual(
                    zh: "去掉标点、空格和数字；几种写法用“/”隔开",
                    en: "leave signs, blanks and digits out; put “/” between spellings"
                )
            )
        }
        return spelling.value
    }
}
