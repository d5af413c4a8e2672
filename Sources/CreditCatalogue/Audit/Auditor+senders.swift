import CreditModel

/// Items that nobody may send, and code lists that nobody uses.
extension Auditor {
    mutating func auditSenders() {
        for item in catalogue.items where item.standing == .open && !hasSender(item) {
            add(
                .noSender,
                .item(item.id),
                "sources",
                Bilingual(
                    zh: "没有部门能报送事项“\(item.id)”",
                    en: "no department can send the item “\(item.id)”"
                ),
                remedy: Bilingual(
                    zh: "核对 sources 的部门和年份，及 departments.yaml 的 source、from、until",
                    en: "check departments and years under sources, and source, from and until in departments.yaml"
                )
            )
        }
    }

    private func hasSender(_ item: Item) -> Bool {
        guard !item.sources.isEmpty else { return catalogue.departments.all.contains(where: \.isSource) }
        return item.sources.contains { source in
            guard let department = catalogue.departments[source.department], department.isSource else { return false }
            return department.validity.overlaps(source.validity)
        }
    }

    mutating func auditLists() {
        let used = Set(catalogue.items.flatMap(\.fields).compactMap(\.type.list))
        for list in catalogue.codeLists.values where !used.contains(list.id) {
            add(
                .listUnused,
                .list(list.id),
                "",
                Bilingual(zh: "没有字段用到代码表“\(list.id)”", en: "no field uses the code list “\(list.id)”"),
                remedy: Bilingual(zh: "删去，或在字段里用它", en: "remove it, or use it in a field")
            )
        }
    }
}
