/// How well names answer one query: which of its pairs of characters they have, and in how many steps the query becomes a part
/// of them.
///
/// Scores lie between 0 and 1 and do not depend on what else was found, so that they may be compared between queries:
///
/// - 1: the name itself; 0.99 with other width, brackets, blanks or characters of the traditional set;
/// - 0.70 … 0.97: the query stands in the name; more, the greater its share, and at the beginning of name or brand;
/// - below that, less for each step (a character wrong, missing, too many or two swapped) by its share of the query;
/// - at most 0.84 for pairs that stand in another order.
struct NameScorer {
    /// What a name is worth.
    struct Judgement {
        var score: Float
        var steps: Int
        /// The folded units that the query covers.
        var matched: Range<Int>
        var isContained: Bool
    }

    private let units: [UInt16]
    private let weights: [Float]
    private let optional: UInt64
    private let total: Float
    private var unitKeys = [UInt32](repeating: .max, count: 256)
    private var unitMasks = [UInt64](repeating: 0, count: 256)
    private var pairKeys = [UInt32](repeating: .max, count: 256)
    private var pairNumbers = [UInt8](repeating: 0, count: 256)

    /// A scorer for the first sixty-four units of a query and its distinct pairs, with what each weighs; an optional one (over a
    /// blank) counts only where it is met.
    init(_ units: [UInt16], pairs: [(key: UInt32, weight: Float, isOptional: Bool)]) {
        self.units = units
        weights = pairs.prefix(64).map(\.weight)
        optional = pairs.prefix(64).enumerated().reduce(0) { $1.element.isOptional ? $0 | 1 << UInt64($1.offset) : $0 }
        total = max(0.001, pairs.prefix(64).reduce(0) { $1.isOptional ? $0 : $0 + $1.weight })
        for (place, unit) in units.prefix(64).enumerated() {
            let slot = NameScorer.slot(UInt32(unit), unitKeys)
            unitKeys[slot] = UInt32(unit)
            unitMasks[slot] |= 1 << UInt64(place)
        }
        for (number, pair) in pairs.prefix(64).enumerated() {
            let slot = NameScorer.slot(pair.key, pairKeys)
            pairKeys[slot] = pair.key
            pairNumbers[slot] = UInt8(number)
        }
    }

    /// Judges one name.
    ///
    /// - Complexity: a few steps for each character of the name, whatever the query's length.
    func judge(_ name: UnsafeBufferPointer<UInt16>, brand: Int) -> Judgement {
        let share = Float(min(units.count, name.count)) / Float(name.count)
        if let start = position(in: name) {
            let bonus: Float = start == 0 ? 0.06 : start == brand ? 0.05 : 0
            let score = 0.7 + 0.2 * share + bonus
            return Judgement(score: score, steps: 0, matched: start..<(start + units.count), isContained: true)
        }
        let met = pairs(of: name)
        let covered = weight(met) / (total + weight(met & optional))
        let precise = Float(met.nonzeroBitCount) / Float(max(1, name.count - 1))
        var judged = Judgement(
            score: 0.72 * covered + 0.12 * min(1, precise),
            steps: units.count,
            matched: 0..<0,
            isContained: false
        )
        guard covered > 0.05, units.count <= 64 else { return judged }
        let (steps, end) = steps(in: name)
        let wrong = Float(steps) / Float(max(units.count, 3))
        // A query with more than every third character wrong is another name.
        guard steps * 3 <= max(units.count, 3) else { return judged }
        // Where it begins is known to as many characters as steps.
        let start = max(0, end - units.count)
        let bonus: Float = start <= steps ? 0.06 : abs(start - brand) <= steps ? 0.05 : 0
        let score = 0.7 + 0.2 * share + bonus - 0.7 * wrong - 0.2 * (1 - covered)
        if score > judged.score { judged.score = score }
        judged.steps = steps
        judged.matched = start..<end
        return judged
    }

    /// Whether some units hold others one behind the other.
    static func holds(_ name: ArraySlice<UInt16>, _ part: [UInt16]) -> Bool {
        guard let first = part.first, name.count >= part.count else { return false }
        for start in name.startIndex...(name.endIndex - part.count) where name[start] == first {
            if name[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }

    private func position(in name: UnsafeBufferPointer<UInt16>) -> Int? {
        let count = units.count
        guard count > 0, count <= name.count else { return nil }
        return units.withUnsafeBufferPointer { query in
            let first = query[0]
            for start in 0...(name.count - count) where name[start] == first {
                var at = 1
                while at < count, name[start + at] == query[at] { at += 1 }
                if at == count { return start }
            }
            return nil
        }
    }

    private func pairs(of name: UnsafeBufferPointer<UInt16>) -> UInt64 {
        guard name.count > 1 else { return 0 }
        return pairKeys.withUnsafeBufferPointer { keys in
            var met: UInt64 = 0
            for at in 1..<name.count {
                let key = UInt32(name[at - 1]) << 16 | UInt32(name[at])
                var slot = NameScorer.hash(key)
                while keys[slot] != .max {
                    if keys[slot] == key {
                        met |= 1 << UInt64(pairNumbers[slot])
                        break
                    }
                    slot = (slot + 1) & 255
                }
            }
            return met
        }
    }

    private func weight(_ met: UInt64) -> Float {
        var sum: Float = 0
        var rest = met
        while rest != 0 {
            sum += weights[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }

    /// The fewest steps that make the query a part of the name, and where that part ends (Hyyrö's bit-parallel distance with
    /// transpositions, 2003, in its form for searching).
    private func steps(in name: UnsafeBufferPointer<UInt16>) -> (steps: Int, end: Int) {
        let high: UInt64 = 1 << UInt64(units.count - 1)
        var plus = UInt64.max
        var minus: UInt64 = 0
        var zero: UInt64 = 0
        var before: UInt64 = 0
        var steps = units.count
        var fewest = steps
        var end = 0
        unitKeys.withUnsafeBufferPointer { keys in
            for at in name.indices {
                let equal = mask(UInt32(name[at]), keys)
                let swapped = ((~zero & equal) << 1) & before
                zero = (((equal & plus) &+ plus) ^ plus) | equal | minus | swapped
                var horizontalPlus = minus | ~(zero | plus)
                var horizontalMinus = zero & plus
                if horizontalPlus & high != 0 { steps += 1 }
                if horizontalMinus & high != 0 { steps -= 1 }
                horizontalPlus <<= 1
                horizontalMinus <<= 1
                plus = horizontalMinus | ~(zero | horizontalPlus)
                minus = horizontalPlus & zero
                before = equal
                if steps < fewest {
                    fewest = steps
                    end = at + 1
                }
            }
        }
        return (fewest, end)
    }

    private func mask(_ unit: UInt32, _ keys: UnsafeBufferPointer<UInt32>) -> UInt64 {
        var slot = NameScorer.hash(unit)
        while keys[slot] != .max {
            if keys[slot] == unit { return unitMasks[slot] }
            slot = (slot + 1) & 255
        }
        return 0
    }

    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 24) }

    private static func slot(_ key: UInt32, _ keys: [UInt32]) -> Int {
        var slot = hash(key)
        while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & 255 }
        return slot
    }
}
