import CreditModel
import TestSupport
import Testing

@testable import CreditRules

@Suite struct WrittenAmountsTests {
    private func fines(_ text: String) -> [Int64] {
        var copy = text
        return copy.withUTF8 { WrittenAmounts.fines(in: $0) }.map(\.fen)
    }

    @Test(arguments: [
        ("警告，并处罚款人民币5000元", 500_000), ("罚款 5000 元", 500_000), ("罚款\u{3000}5000\u{3000}元", 500_000),
        ("罚款5,000.50元", 500_050), ("罚款５，０００．５０元", 500_050), ("罚款 1.2 万元", 1_200_000), ("罚款3百万元", 300_000_000),
        ("罚款人民币伍仟元整", 500_000), ("罚款（大写）人民币 伍仟 圆整（¥5000.00）", 500_000), ("罚款金额：5000元", 500_000),
        ("罚款壹仟贰佰叁拾肆元伍角陆分", 123_456), ("罚款伍仟元伍角", 500_050), ("罚款一百元零五分", 10_005), ("罚款十五元", 1_500),
        ("罚款二十元", 2_000), ("罚款壹万贰仟伍佰元正", 1_250_000), ("罚款一亿二千万元", 12_000_000_000), ("罚款三百零五元", 30_500),
        ("罚款12000元5角", 1_200_050), ("罚款5000元的行政处罚", 500_000), ("罚款5000元 2.没收违法所得", 500_000),
        ("罚款5000元\n2.没收", 500_000), ("罚款壹仟元零角零分", 100_000), ("1.罚款1万元；2.警告", 1_000_000),
    ])
    func amountIsRead(text: String, fen: Int) {
        #expect(fines(text) == [Int64(fen)])
    }

    @Test(arguments: [
        "警告", "", "罚款", "罚款的行政处罚", "罚款1000元以上5000元以下", "罚款1000-5000元", "罚款1000元至5000元", "每人罚款500元",
        "对两家各处以罚款500元", "分别罚款500元", "每日加处罚款150元", "罚款500元/天", "罚款500元×3", "罚款5000余元", "罚款5000元左右",
        "罚款5000美元", "罚款5 000元", "罚款1,2元", "罚款五千五元", "罚款一万五元", "罚款二〇〇元", "罚款百元", "罚款五百千元", "罚款零元",
        "罚款5000元5次", "罚款200元6分", "罚款5000", "罚款(1)警告", "罚款5000元，另每人罚款200元", "罚款一十百元", "罚款五角",
    ])
    func whatCannotBeReadForSureGivesNothing(text: String) {
        #expect(fines(text) == [])
    }

    /// Written by the rules for bank notes, with and without 角 and 分, every amount is read back.
    @Test func everyAmountWrittenInNumeralsIsReadBack() {
        var random = SplitMix(state: 7)
        for round in 0..<4000 {
            let top: Int64 = [100, 10_000, 1_000_000, 100_000_000, 100_000_000_000][round % 5]
            let fen = Int64.random(in: 100...top * 100, using: &random)
            let text = "罚款人民币" + Numerals.written(fen: fen)
            #expect(fines(text) == [fen], "\(text)")
        }
    }

    @Test func brokenTextIsNoTrap() {
        let bytes = Array("罚款壹仟贰佰元整".utf8)
        for length in 0...bytes.count {
            bytes.withUnsafeBufferPointer { _ = WrittenAmounts.fines(in: UnsafeBufferPointer(rebasing: $0[..<length])) }
        }
    }

    @Test func amountInTheSameWordsIsNoContradictionAndAnotherIs() throws {
        let sheet = try CheckedSheet.penalty()
        for text in ["罚款 5000 元", "罚款5,000.00元", "罚款人民币伍仟元整", "罚款1000元以上9000元以下"] {
            #expect(sheet.check(["content": text]).marks == [], "\(text)")
        }
        for text in ["罚款 6000 元", "罚款5,000.50元", "罚款伍仟元零伍分"] {
            #expect(sheet.check(["content": text]).marks == ["fine:amount-contradicts-text"], "\(text)")
        }
    }
}

/// Amounts in the numerals of bank notes.
private enum Numerals {
    private static let digits = Array("零壹贰叁肆伍陆柒捌玖")

    static func written(fen: Int64) -> String {
        let (jiao, rest) = (Int(fen / 10 % 10), Int(fen % 10))
        var text = whole(fen / 100) + "元"
        if jiao > 0 { text += "\(digits[jiao])角" } else if rest > 0 { text += "零" }
        return rest > 0 ? text + "\(digits[rest])分" : text + (jiao > 0 ? "" : "整")
    }

    private static func whole(_ yuan: Int64) -> String {
        var text = ""
        var owesZero = false
        for (unit, name) in [(Int64(100_000_000), "亿"), (10_000, "万"), (1, "")] {
            let section = yuan / unit % 10_000
            guard section > 0 else {
                owesZero = !text.isEmpty
                continue
            }
            if !text.isEmpty, owesZero || section < 1000 { text += "零" }
            text += thousands(Int(section)) + name
            owesZero = false
        }
        return text
    }

    private static func thousands(_ number: Int) -> String {
        var text = ""
        var owesZero = false
        for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = number / unit % 10
            guard digit > 0 else {
                owesZero = !text.isEmpty
                continue
            }
            if owesZero { text += "零" }
            text += "\(digits[digit])\(name)"
            owesZero = false
        }
        return text
    }
}
