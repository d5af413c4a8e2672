import CreditModel

/// What several files may hold and items name: laws, code lists, functions, grounds, schemes, blocks.
extension CatalogueReader {
    /// The parts that the catalogue keeps.
    struct Shared {
        let laws: [Law]
        let functions: [DepartmentFunction]
        let grounds: [DisclosureGround]
        let schemes: [GradingScheme]
    }

    /// Reads them in the order in which they name one another, each filed under `references`.
    func shared(_ sectors: [SectorFile], _ references: inout References, _ places: inout CataloguePlaces) -> Shared {
        let lists =
            entries("codelists.yaml", "lists", keys: CodeList.keys, id: nil).map(\.value)
            + sectors.flatMap { $0.map.maps("lists", keys: CodeList.keys) }
        references.codeLists = filed(lists, Bilingual(zh: "代码表", en: "code list")) { CodeList(reading: $0) }.byID
        for map in lists { places.note(.list(map.text("id")), map) }

        let lawMaps =
            optionalEntries("laws.yaml", "laws", keys: Law.keys)
            + sectors.flatMap { $0.map.maps("laws", keys: Law.keys) }
        let laws = filed(lawMaps, Bilingual(zh: "法规文件", en: "law")) { Law(reading: $0) }
        references.laws = laws.byID
        for map in lawMaps { places.note(.law(map.text("id")), map) }

        let functions = functions(references)
        references.functions = functions.byID
        let grounds = grounds(references, &places)
        references.grounds = Set(grounds.map(\.id))
        let schemes = schemes(sectors, references, &places)
        references.schemes = schemes.byID
        references.blocks = blocks(references)
        return Shared(laws: laws.all, functions: functions.all, grounds: grounds, schemes: schemes.all)
    }

    private func functions(_ references: References) -> Filed<DepartmentFunction> {
        filed(
            optionalEntries("functions.yaml", "functions", keys: DepartmentFunction.keys),
            Bilingual(zh: "职能", en: "function")
        ) { DepartmentFunction(reading: $0, references: references) }
    }

    private func grounds(_ references: References, _ places: inout CataloguePlaces) -> [DisclosureGround] {
        let maps = optionalEntries("disclosure.yaml", "grounds", keys: DisclosureGround.keys)
        let grounds = filed(maps, Bilingual(zh: "不公开理由", en: "ground of non-disclosure")) {
            DisclosureGround(reading: $0, references: references)
        }
        DisclosureGround.checkTogether(grounds.all, maps)
        for map in maps { places.note(.ground(map.text("id")), map) }
        return grounds.all
    }

    private func schemes(
        _ sectors: [SectorFile],
        _ references: References,
        _ places: inout CataloguePlaces
    ) -> Filed<GradingScheme> {
        let maps = sectors.flatMap { $0.map.maps("schemes", keys: GradingScheme.keys) }
        for map in maps {
            for edition in map.maps("editions", keys: GradingScheme.Edition.keys) {
                places.note(.edition(edition.text("id"), of: map.text("id")), edition)
            }
        }
        return filed(maps, Bilingual(zh: "等级制度", en: "grading scheme")) {
            GradingScheme(reading: $0, references: references)
        }
    }

    private func blocks(_ references: References) -> [String: FieldBlock] {
        filed(
            optionalEntries("blocks.yaml", "blocks", keys: FieldBlock.keys),
            Bilingual(zh: "字段组", en: "block of fields")
        ) { FieldBlock(reading: $0, references: references) }
        .byID
    }

    /// The plan, where the catalogue has it.
    func plan(_ references: References, _ places: inout CataloguePlaces) -> Plan? {
        guard !files.names(under: "clauses.yaml").isEmpty, let root = map("clauses.yaml", keys: Plan.keys) else {
            return nil
        }
        for clause in root.maps("clauses", keys: Clause.keys) { places.note(.clause(clause.text("id")), clause) }
        return Plan(reading: root, departments: references.departments)
    }

    /// The entries of the one list of a file that a catalogue may lack.
    private func optionalEntries(_ name: String, _ list: String, keys: [String]) -> [YAMLMap] {
        guard !files.names(under: name).isEmpty else { return [] }
        return entries(name, list, keys: keys, id: nil).map(\.value)
    }

    /// Things in the order of their files and by their ids.
    struct Filed<Thing> {
        var all: [Thing] = []
        var byID: [String: Thing] = [:]
    }

    /// Reads entries; an id that stands twice, in whatever files, is a problem.
    private func filed<Thing>(_ maps: [YAMLMap], _ kind: Bilingual, _ read: (YAMLMap) -> Thing) -> Filed<Thing> {
        var filed = Filed<Thing>()
        for map in maps {
            let id = map.located("id")
            let thing = read(map)
            filed.all.append(thing)
            if filed.byID.updateValue(thing, forKey: id.value) != nil { log.addDuplicate(id, of: kind) }
        }
        return filed
    }
}
