/// The sample's own random numbers (SplitMix64): the same seed gives the same city on every machine.
struct RandomSource: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A source for one part of the work, so that a change in one part does not move the others.
    func fork(_ part: UInt64) -> RandomSource {
        var source = RandomSource(seed: state ^ (part &* 0xD1B5_4A32_D192_ED03))
        _ = source.next()
        return source
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from zero up to and without a bound.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of a closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Whether something of that probability happens.
    mutating func chance(_ probability: Double) -> Bool {
        Double(next() >> 11) * 0x1p-53 < probability
    }

    /// One of several, or `nil` where there is none.
    mutating func choose<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// One of several words; empty where there is none.
    mutating func word(_ words: [String]) -> String {
        choose(words) ?? ""
    }

    /// The same elements in another order.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var mixed = elements
        for position in stride(from: mixed.count - 1, to: 0, by: -1) {
            mixed.swapAt(position, below(position + 1))
        }
        return mixed
    }
}
