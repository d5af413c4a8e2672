/// A generator whose every run is the same (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Tables of the awkward cells that departments send, and of some that they do not.
enum TestTables {
    private static let pieces = [
        "", "a", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "辽", "统一社会信用代码", "𠮷", "é", " ", "1234567",
        "12345678",
        "91220400MA0Y1234X5", "罚款人民币5000元", "x,y\"z\"\n", "\u{1}", "\u{FF21}", "行政处罚决定书（辽）〔2019〕第3号",
    ]

    /// A table whose first cell makes the encoding plain.
    static func random(_ generator: inout SeededGenerator) -> [[String]] {
        let rows = Int.random(in: 1...8, using: &generator)
        return [["统一社会信用代码"]] + (0..<rows).map { _ in row(&generator) }
    }

    private static func row(_ generator: inout SeededGenerator) -> [String] {
        (0..<Int.random(in: 0...6, using: &generator))
            .map { _ in
                let count = Int.random(in: 0...4, using: &generator)
                return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            }
    }

    /// Bytes that are hardly a table at all.
    static func soup(_ generator: inout SeededGenerator) -> String {
        let pieces = ["a", "bcdefgh", ",", ",", "\"", "\"", "\n", "\r", "\r\n", "辽", "\t", ";", "123456789"]
        let count = Int.random(in: 1...40, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
}
