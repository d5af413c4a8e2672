/// Names by which tables can be told apart.
enum UniqueNames {
    /// The names, each that came before with a number behind it.
    static func make(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            var candidate = name
            var number = 2
            while !taken.insert(candidate).inserted {
                candidate = "\(name) (\(number))"
                number += 1
            }
            return candidate
        }
    }
}
