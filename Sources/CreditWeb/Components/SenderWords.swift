import CreditCatalogue
import CreditModel

/// Who may send an item: by function where the whole function may, else by department.
struct SenderWords: Sendable {
    let visit: Visit
    let item: Item

    /// A function with its departments, or departments that are named one by one.
    struct Group: Sendable {
        let function: DepartmentFunction?
        let sources: [Item.Source]
    }

    /// Functions all of whose departments may send it, the widest first; what is left comes last.
    var groups: [Group] {
        var rest = item.sources
        var groups: [Group] = []
        let all = Set(item.sources)
        let functions = visit.catalogue.functions
            .filter { !$0.departments.isEmpty && all.isSuperset(of: $0.departments) }
            .sorted { ($1.departments.count, $0.id) < ($0.departments.count, $1.id) }
        for function in functions where !Set(function.departments).isDisjoint(with: rest) {
            groups.append(Group(function: function, sources: function.departments))
            rest.removeAll { function.departments.contains($0) }
        }
        return rest.isEmpty ? groups : groups + [Group(function: nil, sources: rest)]
    }

    /// In a few words.
    var short: HTML { names(atMost: 3) }

    /// In fewer still.
    var shortest: HTML { names(atMost: 1) }

    private func names(atMost most: Int) -> HTML {
        guard item.standing == .open else { return visit.say("任何部门都不得报送", "no department") }
        guard !item.sources.isEmpty else { return visit.say("各部门", "every department") }
        let names = groups.flatMap { group in
            group.function.map { [visit[$0.name]] }
                ?? current(group.sources).map { name(of: $0.department, isShort: true) }
        }
        let shown = names.prefix(most).map { name -> HTML in "\(name)" }
            .joined(separator: visit.say("、", ", "))
        let more = names.count - most
        return more > 0 ? shown + visit.say("等 \(names.count) 家", " and \(more) more") : shown
    }

    /// All of them with their years; long lists are folded.
    var full: HTML {
        guard item.standing == .open else { return visit.say("任何部门都不得报送", "No department") }
        guard !item.sources.isEmpty else {
            return visit.say("在本平台报送的", "Every department that hands in here: see ")
                + "<a href=\"\(visit.link(.departments))\">\(visit.say("各部门", "the departments"))</a>"
        }
        return "\(groups.map(group))"
    }

    private func group(_ group: Group) -> HTML {
        let lines: [HTML] = group.sources.map { source in
            """
            <li><a href="\(visit.link(.department(source.department)))">\(name(of: source.department, isShort: false))</a>\
            \(DayWords(visit: visit).bracketed(source.validity))</li>

            """
        }
        let list: HTML = "<ul class=\"plain\">\n\(lines)</ul>"
        guard let function = group.function else { return list }
        return """
            <details><summary>\(visit[function.name])\(visit.say("：", ": "))\
            \(visit.say("\(lines.count) 个部门", "\(lines.count) departments"))</summary>
            \(list)</details>
            """
    }

    /// Those that may send decisions of today; all where none may.
    private func current(_ sources: [Item.Source]) -> [Item.Source] {
        let now = sources.filter { $0.validity.contains(visit.today) }
        return now.isEmpty ? sources : now
    }

    private func name(of id: String, isShort: Bool) -> String {
        guard let department = visit.catalogue.departments[id] else { return id }
        return visit.language == .zh && isShort
            ? department.shortNames.first ?? department.name.zh : visit[department.name]
    }
}
