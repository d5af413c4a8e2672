/// What names of organisations are made of: places, forms, trades and branches, as data (`names.yaml`).
///
/// 「松溪市鑫源商贸有限公司第一分公司」 is a place, a brand, a trade, a form and a branch; only the brand is in no list.
public struct NameWords: Sendable, Hashable {
    /// Provinces with the prefecture-level places in them.
    public let provinces: [Province]
    /// Characters that end a place at the county level: 县区旗市.
    public let countyEndings: String
    /// Characters that end a place below it, taken for one only behind another place: 镇乡.
    public let townEndings: String
    /// Words that hold such a character and are no place: 超市.
    public let notPlaces: [String]
    /// Legal forms; the words of one group look the same to the eye.
    public let forms: [Form]
    /// Trades; the words of one group mean the same.
    public let trades: [[String]]
    /// Words that stand where trades do and do not say which: 发展.
    public let generalTrades: [String]
    /// Words that end the name of a branch, which is an organisation of its own.
    public let branches: [String]
    /// Characters that fold to one, and may stand for another: 鉅 for 钜 or 巨.
    public let ownCharacters: String

    /// A province and what lies in it.
    public struct Province: Sendable, Hashable {
        /// Its spellings, the full one first.
        public let spellings: [String]
        /// The prefecture-level places in it, each with its spellings, the full one first.
        public let cities: [[String]]

        /// A province from its parts.
        public init(spellings: [String], cities: [[String]]) {
            self.spellings = spellings
            self.cities = cities
        }
    }

    /// A legal form.
    public struct Form: Sendable, Hashable {
        /// Its words.
        public let words: [String]
        /// Whether a name ends with it, so that what follows is a branch.
        public let endsName: Bool

        /// A form from its parts.
        public init(words: [String], endsName: Bool) {
            self.words = words
            self.endsName = endsName
        }
    }

    /// Words from their lists.
    public init(
        provinces: [Province],
        countyEndings: String,
        townEndings: String,
        notPlaces: [String],
        forms: [Form],
        trades: [[String]],
        generalTrades: [String],
        branches: [String],
        ownCharacters: String
    ) {
        self.provinces = provinces
        self.countyEndings = countyEndings
        self.townEndings = townEndings
        self.notPlaces = notPlaces
        self.forms = forms
        self.trades = trades
        self.generalTrades = generalTrades
        self.branches = branches
        self.ownCharacters = ownCharacters
    }

    /// No words at all: names are then compared as a whole, and none is taken apart.
    public static let none = NameWords(
        provinces: [],
        countyEndings: "",
        townEndings: "",
        notPlaces: [],
        forms: [],
        trades: [],
        generalTrades: [],
        branches: [],
        ownCharacters: ""
    )
}
