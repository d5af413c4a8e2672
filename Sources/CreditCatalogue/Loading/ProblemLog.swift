import CreditModel

/// A place in one of the catalogue's files.
struct Place: Hashable {
    let file: String
    let line: Int
}

/// A value with the place it was read from.
struct Located<Value> {
    let value: Value
    let place: Place
}

/// Gathers what is wrong while the files are read, so that a lawyer mends everything in one go.
final class ProblemLog {
    private var gathered: [CatalogueProblem] = []

    /// Everything found, by file and line, each once.
    var problems: [CatalogueProblem] {
        var seen: Set<CatalogueProblem> = []
        return gathered.filter { seen.insert($0).inserted }.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    func add(_ place: Place, _ what: Bilingual, remedy: Bilingual) {
        gathered.append(CatalogueProblem(file: place.file, line: place.line, what: what, remedy: remedy))
    }

    /// An id that stands for two things.
    func addDuplicate(_ id: Located<String>, of kind: Bilingual) {
        add(
            id.place,
            Bilingual(zh: "\(kind.zh)“\(id.value)”重复", en: "the \(kind.en) “\(id.value)” stands twice"),
            remedy: Bilingual(zh: "改名或删去其中一个", en: "rename or remove one of them")
        )
    }

    /// A word that names nothing.
    func addUnknown(_ word: Located<String>, among known: some Sequence<String>, kind: Bilingual) {
        let all = known.sorted()
        let near = all.count > 20 ? Likeness.nearest(to: word.value, among: all) : all
        let list = near.joined(separator: ", ")
        let remedy =
            near.count == all.count
            ? Bilingual(zh: "可用的有：\(list)", en: "write one of: \(list)")
            : Bilingual(zh: "共 \(all.count) 个，相近的有：\(list)", en: "of \(all.count) the nearest are: \(list)")
        add(
            word.place,
            Bilingual(zh: "没有名为“\(word.value)”的\(kind.zh)", en: "there is no \(kind.en) “\(word.value)”"),
            remedy: remedy
        )
    }
}
