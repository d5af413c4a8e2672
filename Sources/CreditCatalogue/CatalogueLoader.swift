import CreditModel

/// Makes a catalogue from a folder of YAML files, or says everything that is wrong with them.
public enum CatalogueLoader {
    /// Reads and checks a folder.
    ///
    /// - Throws: `CatalogueError` with every problem found, each with its file, its line and what to do.
    public static func load(from directory: String) throws(CatalogueError) -> Catalogue {
        let log = ProblemLog()
        let files = CatalogueFiles(in: directory, log: log)
        let catalogue = CatalogueReader(files: files, log: log).read()
        guard log.problems.isEmpty, let catalogue else {
            throw CatalogueError(directory: directory, problems: log.problems)
        }
        return catalogue
    }
}

/// Reads the files in the order in which they name one another.
struct CatalogueReader {
    let files: CatalogueFiles
    let log: ProblemLog

    func read() -> Catalogue? {
        reportStrays()
        var places = CataloguePlaces()
        let sectors = files.names(under: "sectors").compactMap { map($0, keys: SectorFile.keys) }.map(SectorFile.init)
        let city = map("city.yaml", keys: City.keys).map(City.init(reading:))
        let sections = entries("sections.yaml", "sections", keys: FileSection.keys)
            .map { FileSection(reading: $0.value) }
        let departments = departments()
        var references = References(
            departments: Dictionary(departments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            sections: Set(sections.map(\.id)),
            rules: files.names(under: "rules").compactMap { map($0, keys: PublicationRule.keys)?.optionalText("id") }
        )
        let shared = shared(sectors, &references, &places)
        let items = items(sectors, references, &places)
        let publication = publication(items, references, places)
        let identifiers = entries(
            "identifiers.yaml",
            "registrars",
            keys: IdentifierTable.Registrar.keys,
            id: "character"
        )
        let plan = plan(references, &places)
        guard let city, let faults = faults() else { return nil }
        return Catalogue(
            digest: files.digest,
            city: city,
            departments: DepartmentRegister(departments),
            calendar: WorkingCalendar(years: years()),
            identifiers: IdentifierTable(registrars: identifiers.map { .init(reading: $0.value) }),
            faults: faults,
            codeLists: references.codeLists,
            items: items,
            publication: publication,
            sections: sections,
            names: names(),
            layouts: layouts(items, references),
            laws: shared.laws,
            functions: shared.functions,
            grounds: shared.grounds,
            schemes: shared.schemes,
            plan: plan
        )
        .with(places)
    }

    /// Without the file names are compared as a whole.
    private func names() -> NameWords {
        guard !files.names(under: "names.yaml").isEmpty else { return .none }
        return map("names.yaml", keys: NameWords.keys).map(NameWords.init(reading:)) ?? .none
    }

    private func departments() -> [Department] {
        let maps = entries("departments.yaml", "departments", keys: Department.keys, id: nil).map(\.value)
        let departments = maps.map(Department.init(reading:))
        Department.checkTogether(departments, maps)
        return departments
    }

    private func items(
        _ sectors: [SectorFile],
        _ references: References,
        _ places: inout CataloguePlaces
    ) -> [Item] {
        var ids: Set<String> = []
        var layouts: Set<String> = []
        var items: [Item] = []
        for sector in sectors {
            for map in sector.map.maps("items", keys: Item.keys) {
                let id = map.located("id")
                if !ids.insert(id.value).inserted { log.addDuplicate(id, of: Bilingual(zh: "事项", en: "item")) }
                for layout in Template.ids(map) where !layouts.insert(layout.value).inserted {
                    log.addDuplicate(layout, of: Bilingual(zh: "模板", en: "layout"))
                }
                items.append(Item(reading: map, references: references, clause: sector.clause, places: &places))
            }
        }
        return items
    }

    private func layouts(_ items: [Item], _ references: References) -> [Layout] {
        var ids = Set(items.map(\.id) + items.flatMap(\.templates).map(\.id))
        return files.names(under: "layouts").compactMap { map($0, keys: Layout.keys) }
            .map { map in
                let layout = Layout(reading: map)
                if !ids.insert(layout.id).inserted {
                    log.addDuplicate(map.located("id"), of: Bilingual(zh: "模板、事项或报送样式", en: "template, item or layout"))
                }
                LayoutChecker(layout: layout, map: map, items: items, references: references).check()
                return layout
            }
    }

    private func publication(
        _ items: [Item],
        _ references: References,
        _ places: CataloguePlaces
    ) -> [PublicationRule] {
        let maps = files.names(under: "rules").compactMap { map($0, keys: PublicationRule.keys) }
        let rules = maps.map { PublicationRule(reading: $0, items: items, references: references, places: places) }
        PublicationRule.checkTogether(rules, maps)
        return rules
    }

    private func years() -> [Int: WorkingCalendar.Year] {
        var years: [Int: WorkingCalendar.Year] = [:]
        for name in files.names(under: "calendar") {
            guard let map = map(name, keys: WorkingCalendar.Year.keys) else { continue }
            years[map.integer("year", in: 1949...2199)] = WorkingCalendar.Year(reading: map)
        }
        return years
    }

    private func faults() -> FaultTable? {
        guard let root = map("faults.yaml", keys: ["faults"]) else { return nil }
        return FaultTable(reading: root.maps("faults", keys: FaultTable.keys), in: root)
    }

    func map(_ name: String, keys: [String]) -> YAMLMap? {
        files.root(of: name, log: log).map { YAMLMap($0, file: name, keys: keys, log: log) }
    }

    /// The entries of a file's one list with their ids; an id that stands twice is a problem unless the caller checks it.
    func entries(
        _ name: String,
        _ list: String,
        keys: [String],
        id: String? = "id"
    ) -> [(id: Located<String>, value: YAMLMap)] {
        guard let root = map(name, keys: [list]) else { return [] }
        root.demand(list)
        var seen: Set<String> = []
        return root.maps(list, keys: keys)
            .map { entry in
                let found = entry.located(id ?? "id")
                if id != nil, !seen.insert(found.value).inserted {
                    log.addDuplicate(found, of: Bilingual(zh: "条目", en: "entry"))
                }
                return (found, entry)
            }
    }

    private func reportStrays() {
        let single = [
            "city", "departments", "identifiers", "faults", "codelists", "sections", "names", "laws", "clauses",
            "disclosure", "functions", "blocks",
        ]
        .map { $0 + ".yaml" }
        let folders = ["calendar/", "layouts/", "rules/", "sectors/"]
        for file in files.files.map(\.name)
        where !single.contains(file) && !folders.contains(where: { file.hasPrefix($0) }) {
            log.add(
                Place(file: file, line: 1),
                Bilingual(zh: "没有什么会读这个文件", en: "nothing reads this file"),
                remedy: Bilingual(
                    zh: "移到 calendar、layouts、rules 或 sectors 下，或删去",
                    en: "move it into calendar, layouts, rules or sectors, or remove it"
                )
            )
        }
    }
}
