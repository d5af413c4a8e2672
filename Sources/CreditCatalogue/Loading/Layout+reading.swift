import CreditModel

/// One file of `layouts/`.
extension Layout {
    static let keys = [
        "id", "name", "item", "notARecord", "departments", "tables", "joins", "columns", "constants", "given", "skip",
        "leftOut", "none",
    ]

    init(reading map: YAMLMap) {
        let maps = map.maps("tables", keys: Table.keys)
        let main = maps.first { $0.flag("main") } ?? maps.first
        let tables = (maps.filter { $0.place == main?.place } + maps.filter { $0.place != main?.place })
            .map(Table.init(reading:))
        let spellings = Spellings(tables)
        self.init(
            id: map.text("id"),
            name: map.bilingual("name"),
            content: Content(reading: map),
            departments: map.texts("departments").map(\.value),
            tables: tables,
            joins: map.maps("joins", keys: Join.keys).map { Join(reading: $0, spellings) },
            columns: map.maps("columns", keys: Column.keys).map { Column(reading: $0, spellings) },
            constants: Layout.texts(under: "constants", in: map),
            given: map.texts("given").map(\.value),
            skips: map.maps("skip", keys: Skip.keys).map { Skip(reading: $0, spellings) },
            leftOut: map.spellings("leftOut").map(Heading.init(reading:)),
            none: Set(map.texts("none").map(\.value))
        )
    }

    /// The texts of a group of any keys.
    static func texts(under key: String, in map: YAMLMap) -> [String: String] {
        guard map.has(key), let group = map.map(key, keys: nil) else { return [:] }
        return Dictionary(group.keys.map { ($0.value, group.text($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The spellings of headings that tables declare: whoever names one of them means all.
struct Spellings {
    let main: String
    private let groups: [String: [Layout.Heading]]

    init(_ tables: [Layout.Table]) {
        main = tables.first?.id ?? ""
        groups = Dictionary(tables.map { ($0.id, $0.headings) }, uniquingKeysWith: { first, _ in first })
    }

    func all(of heading: Layout.Heading, in table: String? = nil) -> Layout.Heading {
        let own = heading.normalised
        let group = groups[table ?? main]?.first { !$0.normalised.isDisjoint(with: own) }
        let others = group.map { [$0.text] + $0.variants } ?? []
        return Layout.Heading(heading.text, variants: heading.variants + others.filter { $0 != heading.text })
    }
}

extension Layout.Content {
    fileprivate init(reading map: YAMLMap) {
        guard map.has("notARecord") else {
            self = .records(item: map.text("item"))
            return
        }
        self = .notARecord(ground: map.bilingual("notARecord"))
        for key in ["item", "joins", "columns", "constants", "given", "skip", "leftOut", "none"] where map.has(key) {
            map.log.add(
                map.place(of: key),
                Bilingual(zh: "不是信用记录的表用不着“\(key)”", en: "what is no credit record has no “\(key)”"),
                remedy: Bilingual(zh: "删去这一段，或删去 notARecord", en: "remove it, or remove notARecord")
            )
        }
    }
}

extension Layout.Heading {
    /// A heading with its other spellings behind it.
    init(reading spellings: [Located<String>]) {
        self.init(spellings.first?.value ?? "", variants: spellings.dropFirst().map(\.value))
    }
}

extension Layout.Table {
    static let keys = ["id", "main", "headings", "named"]

    fileprivate init(reading map: YAMLMap) {
        map.demand("headings")
        self.init(
            id: map.text("id"),
            headings: map.spellings("headings").map(Layout.Heading.init(reading:)),
            pattern: map.optionalText("named")
        )
    }
}

extension Layout.Join {
    static let keys = ["table", "on", "partner", "several"]

    private enum Partner: String, CaseIterable { case required, optional }
    private enum Several: String, CaseIterable { case refuse, first }

    fileprivate init(reading map: YAMLMap, _ spellings: Spellings) {
        let table = map.text("table")
        let group = map.map("on", keys: nil)
        let pairs = group?.keys
            .map { key in
                Pair(
                    main: spellings.all(of: .init(key.value)),
                    other: spellings.all(of: .init(group?.text(key.value) ?? ""), in: table)
                )
            }
        let partner: Partner? = map.has("partner") ? map.word("partner") : nil
        let several: Several? = map.has("several") ? map.word("several") : nil
        self.init(
            table: table,
            pairs: pairs ?? [],
            isRequired: partner != .optional,
            takesFirst: several == .first
        )
    }
}

extension Layout.Skip {
    fileprivate static let keys = ["heading", "values", "containing", "reason"]

    fileprivate init(reading map: YAMLMap, _ spellings: Spellings) {
        self.init(
            heading: spellings.all(of: .init(map.text("heading"))),
            values: Set(map.texts("values", orEmpty: true).map(\.value)),
            containing: map.texts("containing").map(\.value),
            reason: map.bilingual("reason")
        )
        guard values.isEmpty, containing.isEmpty else { return }
        map.log.add(
            map.place,
            Bilingual(zh: "没有写哪些值要跳过", en: "it is not said which values are skipped"),
            remedy: Bilingual(zh: "添上 values（整格）或 containing（部分）", en: "add values (whole cells) or containing (parts)")
        )
    }
}
