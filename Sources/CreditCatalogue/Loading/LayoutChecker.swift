import CreditModel

/// Holds one layout to the catalogue: its tables fit together, and what it fills is there to be filled.
struct LayoutChecker {
    let layout: Layout
    let map: YAMLMap
    let items: [Item]
    let references: References

    private static let field = Bilingual(zh: "字段", en: "field")

    func check() {
        checkDepartments()
        checkTables()
        guard let id = layout.item else { return }
        guard let item = items.first(where: { $0.id == id }) else {
            if map.has("item") {
                let name = map.located("item")
                map.log.addUnknown(name, among: items.map(\.id), kind: Bilingual(zh: "事项", en: "item"))
            }
            return
        }
        checkStanding(of: item)
        checkJoins()
        checkColumns(item)
        checkValues(item)
        checkNeeded(item)
    }

    private func checkDepartments() {
        for name in map.texts("departments") where references.departments[name.value]?.isSource != true {
            let known = references.departments.values.filter(\.isSource).map(\.id)
            map.log.addUnknown(name, among: known, kind: Bilingual(zh: "报送部门", en: "source department"))
        }
    }

    private func checkTables() {
        map.demand("tables")
        let maps = map.maps("tables", keys: Layout.Table.keys)
        var seen: Set<String> = []
        for table in maps where !seen.insert(table.optionalText("id") ?? "").inserted {
            map.log.addDuplicate(table.located("id"), of: Bilingual(zh: "表", en: "table"))
        }
        guard maps.count > 1, maps.count(where: { $0.flag("main") }) != 1 else { return }
        map.log.add(
            map.place(of: "tables"),
            Bilingual(zh: "几张表里要有且只有一张主表", en: "of several tables exactly one is the main one"),
            remedy: Bilingual(
                zh: "在每行就是一条记录的那张表下写 main: yes",
                en: "write main: yes at the table whose rows are the records"
            )
        )
    }

    private func checkStanding(of item: Item) {
        if item.standing != .open {
            report(
                "item",
                Bilingual(zh: "事项“\(item.id)”已停止归集", en: "the item “\(item.id)” is withdrawn"),
                Bilingual(zh: "删去这个报送样式，或写 notARecord 说明理由", en: "remove the layout, or say why under notARecord")
            )
        }
        for name in map.texts("departments") where !item.mayCome(from: name.value) {
            map.log.add(
                name.place,
                Bilingual(
                    zh: "部门“\(name.value)”不报送事项“\(item.id)”",
                    en: "the department “\(name.value)” does not hand in the item “\(item.id)”"
                ),
                remedy: Bilingual(zh: "删去，或补进该事项的 sources", en: "remove it, or add it to the item's sources")
            )
        }
    }

    private func checkJoins() {
        let others = layout.tables.dropFirst().map(\.id)
        let joins = map.maps("joins", keys: Layout.Join.keys)
        for join in joins where !others.contains(join.optionalText("table") ?? "") {
            let name = join.located("table")
            map.log.addUnknown(name, among: others, kind: Bilingual(zh: "（主表以外的）表", en: "table beside the main one"))
        }
        for table in others where layout.joins.count(where: { $0.table == table }) != 1 {
            report(
                map.has("joins") ? "joins" : "tables",
                Bilingual(
                    zh: "表“\(table)”怎样与主表对应，要写一次",
                    en: "how the table “\(table)” goes with the main one has to be said once"
                ),
                Bilingual(
                    zh: "在 joins 里写 table: \(table) 和 on: {主表的列: 这张表的列}",
                    en: "write table: \(table) and on: {main column: its column} under joins"
                )
            )
        }
        for (join, read) in zip(joins, layout.joins) where read.pairs.isEmpty {
            map.log.add(
                join.place(of: "on"),
                Bilingual(zh: "没有写哪一列对哪一列", en: "it is not said which column goes with which"),
                remedy: Bilingual(zh: "写 on: {主表的列: 另一张表的列}", en: "write on: {main column: the other table's column}")
            )
        }
    }

    private func checkColumns(_ item: Item) {
        map.demand("columns")
        var filled: Set<String> = []
        for (entry, column) in zip(map.maps("columns", keys: Layout.Column.keys), layout.columns) {
            let name = entry.located("field")
            guard let field = item.field(column.field) else {
                map.log.addUnknown(name, among: item.fields.map(\.id), kind: Self.field)
                continue
            }
            if !filled.insert(field.id).inserted { map.log.addDuplicate(name, of: Self.field) }
            if !layout.tables.contains(where: { $0.id == column.table }) {
                let table = Located(value: column.table, place: entry.place(of: "table"))
                map.log.addUnknown(table, among: layout.tables.map(\.id), kind: Bilingual(zh: "表", en: "table"))
            }
            if field.type == .certificateNumber, let first = layout.tables.first, column.table != first.id {
                map.log.add(
                    name.place,
                    Bilingual(
                        zh: "证件号码“\(field.id)”不能取自并进来的表",
                        en: "the certificate number “\(field.id)” comes from a joined table"
                    ),
                    remedy: Bilingual(
                        zh: "只取主表里的证件号码：标注副本只在主表里给它们加识别码",
                        en: "take it from the main table: a marked-up copy seals certificate numbers there alone"
                    )
                )
            }
            for (step, read) in zip(entry.maps("steps", keys: Layout.Step.keys), column.steps) {
                checkStep(read, of: field, step)
            }
        }
        for (key, names) in [("constants", Set(layout.constants.keys)), ("given", Set(layout.given))] {
            for name in names.sorted() {
                let place = Located(value: name, place: map.place(of: key))
                if item.field(name) == nil {
                    map.log.addUnknown(place, among: item.fields.map(\.id), kind: Self.field)
                } else if !filled.insert(name).inserted {
                    map.log.addDuplicate(place, of: Self.field)
                }
            }
        }
    }

    private func checkStep(_ step: Layout.Step, of field: Field, _ entry: YAMLMap) {
        switch (step, field.type) {
        case (.date, .day), (.unit, .amount): break
        case (.date, _), (.unit, _):
            let key = entry.has("date") ? "date" : "unit"
            map.log.add(
                entry.place(of: key),
                Bilingual(
                    zh: "字段“\(field.id)”的类型是 \(field.type.id)，用不着“\(key)”",
                    en: "the field “\(field.id)” is of type \(field.type.id) and has no “\(key)”"
                ),
                remedy: Bilingual(zh: "删去这一步，或更正 field", en: "remove the step, or correct the field")
            )
        case (.translate(let words, _), .choice(let list)), (.translate(let words, _), .choices(let list)):
            for word in words.values.sorted() { checkWord(word, in: list, entry.place(of: "translate")) }
        default: break
        }
    }

    /// What is written for every row can be held to the code lists before any row is read.
    private func checkValues(_ item: Item) {
        for (name, value) in layout.constants.sorted(by: { $0.key < $1.key }) {
            guard let list = item.field(name)?.type.list else { continue }
            checkWord(value, in: list, map.place(of: "constants"))
        }
    }

    private func checkWord(_ word: String, in list: String, _ place: Place) {
        guard let list = references.codeLists[list] else { return }
        let isKnown = list.values.contains { $0.text == word || $0.takesRemark && word.hasPrefix($0.text) }
        guard !isKnown else { return }
        let name = Located(value: word, place: place)
        let kind = Bilingual(zh: "代码表“\(list.id)”的取值", en: "value of the code list “\(list.id)”")
        map.log.addUnknown(name, among: list.values.map(\.text), kind: kind)
    }

    /// A layout without what every record needs could not admit a single row.
    private func checkNeeded(_ item: Item) {
        let adverse = item.polarity == .adverse ? [item.roles.documentNumber, item.roles.authority] : []
        let needed = [item.roles.name, item.roles.decidedOn] + adverse.compactMap(\.self)
        let filled = Set(layout.columns.map(\.field) + layout.constants.keys + layout.given)
        for field in needed where !filled.contains(field) && item.field(field) != nil {
            report(
                "columns",
                Bilingual(
                    zh: "没有说明必需的字段“\(field)”从哪里来",
                    en: "it is not said where the required field “\(field)” comes from"
                ),
                Bilingual(
                    zh: "添上一列；各行相同的写在 constants；由报送人每次说明的写在 given",
                    en:
                        "add a column; what is the same in every row under constants; what the sender says each time under given"
                )
            )
        }
    }

    private func report(_ key: String, _ what: Bilingual, _ remedy: Bilingual) {
        map.log.add(map.place(of: key), what, remedy: remedy)
    }
}
