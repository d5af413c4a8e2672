import CreditModel

/// The amounts that a decision's text writes after 罚款, in digits or in Chinese numerals.
///
/// A department must never be told of a contradiction that is none: where one amount of the text cannot be read for sure
/// (`罚款1000元以上5000元以下`, `每人罚款500元`), nothing is said of any.
enum WrittenAmounts {
    /// All amounts after the word 罚款; empty where there is none, or one that is in doubt.
    ///
    /// - Complexity: one pass over the text, a few characters more at each 罚款.
    static func fines(in bytes: UnsafeBufferPointer<UInt8>) -> [Amount] {
        var found: [Amount] = []
        var position = 0
        while position + 6 <= bytes.count {
            guard bytes[position] == 0xE7, isFine(bytes, position) else {
                position += 1
                continue
            }
            var reader = AmountReader(bytes, at: position + 6)
            reader.skipIntroduction()
            if reader.isAtNumber {
                guard !isOneOfSeveral(bytes, upTo: position), let amount = reader.amount() else { return [] }
                found.append(amount)
            }
            position = reader.position
        }
        return found
    }

    /// 罚款 is E7 BD 9A E6 AC BE.
    private static func isFine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        bytes[at + 1] == 0xBD && bytes[at + 2] == 0x9A && bytes[at + 3] == 0xE6 && bytes[at + 4] == 0xAC
            && bytes[at + 5] == 0xBE
    }

    /// Whether the five characters before say that the amount is one share, or a later addition: 每人罚款, 各处罚款, 加处罚款.
    private static func isOneOfSeveral(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Bool {
        let before = bytes[max(0, end - 15)..<end]
        return shares.contains { word in
            before.indices.contains { before[$0...].starts(with: word) }
        }
    }

    private static let shares: [[UInt8]] = ["每", "各", "分别", "加处"].map { Array($0.utf8) }
}
