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
    fileprivate static func texts(under key: String, in map: YAMLMap) -> [String: String] {
        guard map.has(key), let group = map.map(key, keys: nil) else { return [:] }
        return Dictionary(group.keys.map { ($0.value, group.text($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The spellings of headings that tables declare: whoever names one of them means all.
private struct Spellings {
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
    fileprivate init(reading spellings: [Located<String>]) {
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

extension Layout.Column {
    static let keys = ["field", "table", "heading", "variants", "firstOf", "together", "between", "steps"]

    fileprivate init(reading map: YAMLMap, _ spellings: Spellings) {
        let table = map.optionalText("table") ?? spellings.main
        self.init(
            field: map.text("field"),
            table: table,
            source: Layout.Source(reading: map) { spellings.all(of: $0, in: table) },
            steps: map.maps("steps", keys: Layout.Step.keys).compactMap(Layout.Step.init(reading:))
        )
    }
}

extension Layout.Source {
    fileprivate init(reading map: YAMLMap, _ complete: (Layout.Heading) -> Layout.Heading) {
        let ways = ["heading", "firstOf", "together"].filter(map.has)
        if ways.count != 1 {
            map.log.add(
                map.place,
                Bilingual(zh: "一个字段只能有一种来源", en: "a field has one source"),
                remedy: Bilingual(
                    zh: "heading（一列）、firstOf（先有的一列）、together（几列相连）写一种",
                    en: "write one of heading (a column), firstOf (the first that is filled), together (several)"
                )
            )
        }
        func headings(_ key: String) -> [Layout.Heading] {
            map.spellings(key).map { complete(Layout.Heading(reading: $0)) }
        }
        switch ways.first {
        case "firstOf": self = .firstOf(headings("firstOf"))
        case "together": self = .together(headings("together"), between: map.optionalText("between") ?? "")
        default:
            let variants = map.texts("variants").map(\.value)
            self = .one(complete(Layout.Heading(map.optionalText("heading") ?? "", variants: variants)))
        }
    }
}

extension Layout.Step {
    private static let actions = ["take", "split", "translate", "date", "unit", "prefix"]
    static let keys = actions + ["part", "otherwise"]

    /// The step of an entry; `nil` where it is none, which is then in the log.
    fileprivate init?(reading map: YAMLMap) {
        let actions = Self.actions.filter(map.has)
        guard actions.count == 1 else {
            let list = Self.actions.joined(separator: ", ")
            map.log.add(
                map.place,
                Bilingual(zh: "一步只做一件事", en: "a step does one thing"),
                remedy: Bilingual(zh: "每步写一个：\(list)", en: "write one of \(list) at each step")
            )
            return nil
        }
        switch actions[0] {
        case "take":
            guard let places = Self.places(map) else { return nil }
            self = .take(places)
        case "split": self = .split(at: map.text("split"), part: map.integer("part", in: 1...20))
        case "translate":
            let otherwise: Layout.Otherwise? = map.has("otherwise") ? map.word("otherwise") : nil
            self = .translate(Layout.texts(under: "translate", in: map), otherwise: otherwise ?? .refuse)
        case "date":
            guard let order: Layout.DateOrder = map.word("date") else { return nil }
            self = .date(order)
        case "unit": self = .unit(FieldType.unit(map))
        default: self = .prefix(map.text("prefix"))
        }
    }

    /// `1-18`.
    private static func places(_ map: YAMLMap) -> ClosedRange<Int>? {
        let ends = map.text("take").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if ends.count == 2, let from = ends[0], let to = ends[1], from >= 1, from <= to { return from...to }
        map.log.add(
            map.place(of: "take"),
            Bilingual(
                zh: "“\(map.text("take"))”不是从第几个字到第几个字",
                en: "“\(map.text("take"))” is not from which to which character"
            ),
            remedy: Bilingual(zh: "写成 1-18 的样子", en: "write it like 1-18")
        )
        return nil
    }
}
