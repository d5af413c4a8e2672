import CreditModel

extension Layout.Column {
    static let keys = ["field", "table", "heading", "variants", "firstOf", "together", "between", "steps"]

    init(reading map: YAMLMap, _ spellings: Spellings) {
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
