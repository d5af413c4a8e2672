import CreditModel
import TestSupport
import Testing

@Suite struct AmountTests {
    static let tenThousandYuan: Int64 = 1_000_000

    @Test(
        arguments: [
            ("0", 0), ("1", 1_000_000), ("0.5", 500_000), ("1.2", 1_200_000), ("0.000001", 1),
            ("12,000.50", 12_000_500_000),
            ("1,234,567", 1_234_567_000_000), ("0.1000000", 100_000), ("00012", 12_000_000), (".5", 500_000),
            ("5.", 5_000_000),
            ("9223372036854.775807", .max),
        ] as [(String, Int64)]
    )
    func decimalOfTenThousandYuanIsReadToTheFen(text: String, fen: Int64) {
        #expect(Amount(decimal: text.utf8, unit: AmountTests.tenThousandYuan)?.fen == fen)
    }

    @Test(arguments: [
        "", ".", ",", "-1", "+1", "1e3", "0.0000001", "1.2.3", "1,2.3,4", ",5", "壹万", "１", " 1", "1 ", "NaN", "0x10",
        "9223372036854.775808", "99999999999999999999",
    ])
    func whatIsNoAmountIsRefused(text: String) {
        #expect(Amount(decimal: text.utf8, unit: AmountTests.tenThousandYuan) == nil)
    }

    @Test(arguments: [("5000", 500_000), ("0.01", 1), ("0.010", 1)] as [(String, Int64)])
    func decimalOfYuanIsReadToTheFen(text: String, fen: Int64) {
        #expect(Amount(decimal: text.utf8, unit: 100)?.fen == fen)
        #expect(Amount(decimal: "0.001".utf8, unit: 100) == nil)
    }

    @Test(
        arguments: [
            (0, "0.00", "0"), (1, "0.01", "0.000001"), (1_200_000, "12,000.00", "1.2"), (500_000, "5,000.00", "0.5"),
            (123_456_789_012, "1,234,567,890.12", "123456.789012"), (100_000_000, "1,000,000.00", "100"),
        ] as [(Int64, String, String)]
    )
    func amountIsWrittenInYuanAndInTenThousandYuan(fen: Int64, yuan: String, tenThousand: String) {
        let amount = Amount(fen: fen)
        #expect(amount.yuan == yuan)
        #expect(amount.tenThousandYuan == tenThousand)
        #expect(Amount(decimal: tenThousand.utf8, unit: AmountTests.tenThousandYuan) == amount)
    }

    @Test func everyFenComesBackFromItsTenThousandYuan() {
        var seed = SplitMix(state: 7)
        for _ in 0..<20_000 {
            let amount = Amount(fen: Int64(seed.next() >> 1) >> Int64(seed.next() % 60))
            #expect(Amount(decimal: amount.tenThousandYuan.utf8, unit: AmountTests.tenThousandYuan) == amount)
        }
    }
}
