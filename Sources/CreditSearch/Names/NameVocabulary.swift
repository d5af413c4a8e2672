import CreditCatalogue
import CreditModel

/// The catalogue's words of names as tries and tables, made once and shared.
final class NameVocabulary: Sendable {
    /// A place that is listed.
    struct Place: Sendable {
        var key: PlaceKey
        /// Whether the spelling leaves out 市, 省 and the like.
        var isShort: Bool
    }

    let places: UnitTrie
    let listed: [Place]
    /// Forms behind which only a branch can stand, found from their beginning.
    let endings: UnitTrie
    /// All forms, found from their end; the number is the group from 1.
    let forms: UnitTrie
    /// Trades, found from their end; the number is the group from 1, or 0 for what says no trade.
    let trades: UnitTrie
    let branches: UnitTrie
    let countyEndings: UnitSet
    let townEndings: UnitSet
    /// Two units each that are no end of a place, or no end with what follows it.
    let notPlaces: Set<UInt32>
    let ownCharacters: UnitSet

    init(_ words: NameWords, city: City?) {
        var book = PlaceBook()
        for province in words.provinces { book.add(province) }
        if let city { book.add(city) }
        places = book.trie
        listed = book.listed
        var forms: [([UInt16], Int32)] = []
        var endings: [([UInt16], Int32)] = []
        for (group, form) in words.forms.enumerated() {
            let entries = form.words.map { (NameFolding.fold($0), Int32(group + 1)) }
            forms += entries
            if form.endsName { endings += entries }
        }
        self.forms = UnitTrie(forms, backwards: true)
        self.endings = UnitTrie(endings)
        let trades = words.trades.enumerated()
            .flatMap { group, words in words.map { (NameFolding.fold($0), Int32(group + 1)) } }
        let general = words.generalTrades.map { (NameFolding.fold($0), Int32(0)) }
        self.trades = UnitTrie(trades + general, backwards: true)
        branches = UnitTrie(words.branches.map { (NameFolding.fold($0), 0) }, backwards: true)
        countyEndings = UnitSet(NameFolding.fold(words.countyEndings))
        townEndings = UnitSet(NameFolding.fold(words.townEndings))
        notPlaces = Set(
            words.notPlaces.compactMap { word in
                let units = NameFolding.fold(word)
                return units.count == 2 ? UInt32(units[0]) << 16 | UInt32(units[1]) : nil
            }
        )
        ownCharacters = UnitSet(words.ownCharacters.utf16)
    }
}

/// Gives the listed places their numbers and spellings.
private struct PlaceBook {
    private(set) var listed: [NameVocabulary.Place] = []
    private var numbers: [[UInt16]: Int32] = [:]
    private var provinces: UInt16 = 0
    private var cities: UInt16 = 0

    var trie: UnitTrie { UnitTrie(numbers.map { ($0.key, $0.value) }) }

    mutating func add(_ province: NameWords.Province) {
        provinces += 1
        var key = PlaceKey()
        key.province = provinces
        for (rank, spelling) in province.spellings.enumerated() { add(spelling, key, isShort: rank > 0) }
        for spellings in province.cities { addCity(spellings, in: key) }
    }

    /// The city's own name and its districts, in the province that lists it where one does.
    mutating func add(_ city: City) {
        let name = NameFolding.fold(city.name.zh)
        let known = numbers[name].map { listed[Int($0)].key }
        if known == nil { addCity([city.name.zh], in: PlaceKey()) }
        guard let own = numbers[name].map({ listed[Int($0)].key }) else { return }
        for district in city.districts {
            var key = own
            key.local = UnitHash.of(NameFolding.fold(district.name.zh))
            add(district.name.zh, key, isShort: false)
            guard district.name.zh.count > 2, let last = district.name.zh.last, "县旗市".contains(last) else { continue }
            add(String(district.name.zh.dropLast()), key, isShort: true)
        }
    }

    private mutating func addCity(_ spellings: [String], in province: PlaceKey) {
        cities += 1
        var key = province
        key.city = cities
        for (rank, spelling) in spellings.enumerated() {
            add(spelling, key, isShort: rank > 0)
            if let stem = PlaceBook.stem(spelling) { add(stem, key, isShort: true) }
        }
    }

    /// The name without what only says that it is a place.
    private static func stem(_ spelling: String) -> String? {
        for ending in ["地区", "市", "盟"] where spelling.hasSuffix(ending) && spelling.count > ending.count + 1 {
            return String(spelling.dropLast(ending.count))
        }
        return nil
    }

    private mutating func add(_ spelling: String, _ key: PlaceKey, isShort: Bool) {
        let units = NameFolding.fold(spelling)
        guard let known = numbers[units] else {
            numbers[units] = Int32(listed.count)
            listed.append(NameVocabulary.Place(key: key, isShort: isShort))
            return
        }
        guard listed[Int(known)].key != key else { return }
        // One spelling for two places: a full name wins over a short one, two short ones are unclear.
        if listed[Int(known)].isShort, !isShort {
            listed[Int(known)] = NameVocabulary.Place(key: key, isShort: false)
        } else if isShort, listed[Int(known)].isShort {
            var unclear = PlaceKey()
            unclear.isUnclear = true
            unclear.local = UnitHash.of(units)
            listed[Int(known)].key = unclear
        }
    }
}
