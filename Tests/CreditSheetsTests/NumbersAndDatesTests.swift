import Testing

@testable import CreditSheets

@Suite struct NumbersAndDatesTests {
    @Test(
        "A number is written as a person would write it",
        arguments: [
            ("0", "0"), ("-0", "-0"), ("12", "12"), ("3.50", "3.5"), ("3.00", "3"), ("-1.25", "-1.25"),
            ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.3"), ("2.9999999999999996", "3"),
            ("1E-3", "0.001"), ("1.5E+3", "1500"), ("1e21", "1000000000000000000000"), ("1.2E-7", "0.00000012"),
            ("9.9999999999999995E-2", "0.1"), ("99999999.999999999", "100000000"),
            ("-4.9E-324", "-0." + String(repeating: "0", count: 323) + "5"),
            ("220402199001011234", "220402199001011234"), ("00123", "00123"), ("1,000", "1,000"), ("", ""),
            ("abc", "abc"),
            ("nan", "nan"), ("1.", "1"), (".5", "0.5"), ("1E400", "1E400"),
        ]
    )
    func plainNumber(literal: String, text: String) {
        #expect(PlainNumber.text(literal) == text)
    }

    @Test("Amounts in 万元 with up to six decimals survive the way through a binary fraction")
    func amounts() {
        for whole in stride(from: 0, through: 2_000_000, by: 37_119) {
            for fraction in stride(from: 1, to: 1_000_000, by: 77_777) {
                let tail = String(String(fraction + 1_000_000).dropFirst())
                let trimmed = String(tail.reversed().drop { $0 == "0" }.reversed())
                let value = (Double("\(whole).\(tail)") ?? 0) * 10 / 10
                #expect(PlainNumber.text(value) == "\(whole).\(trimmed)")
            }
        }
    }

    @Test(
        "Serial days are civil dates",
        arguments: [
            (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (25_569, "1970-01-01"), (36_585, "2000-02-29"),
            (43_470, "2019-01-05"), (43_470.5, "2019-01-05 12:00:00"), (43_470.999999, "2019-01-06"),
            (0.75, "18:00:00"),
            (73_050, "2099-12-31"), (2_958_465, "9999-12-31"),
        ]
    )
    func serialDays(serial: Double, text: String) {
        #expect(SerialDate(serial, countsFrom1904: false)?.text == text)
    }

    @Test("What Excel shows as no date is none", arguments: [-1, 2_958_466, 1e300, .nan, .infinity])
    func noDays(serial: Double) {
        #expect(SerialDate(serial, countsFrom1904: false) == nil)
    }

    @Test(
        "Formats of dates are told from others",
        arguments: [
            ("yyyy-mm-dd", true), ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", true), ("m/d/yy h:mm", true), ("[h]:mm:ss", true),
            ("[hh]", true), ("YYYY/M/D", true), ("General", false), ("@", false), ("0.00", false),
            ("#,##0.00_);[Red](#,##0.00)", false),
            ("0\"d\"", false), ("0\\d", false), ("0_d", false), ("[Red]0", false), ("[>=100]0;d", false),
            ("\"未闭合 d", false), ("", false),
            ("[$¥-804]#,##0.00", false), ("[DBNum1]0", false), ("[unclosed", false),
        ]
    )
    func formats(code: String, isDate: Bool) {
        #expect(NumberFormat.isDate(code: code) == isDate)
    }

    @Test("The formats that every workbook has are told apart")
    func builtIn() {
        let dates = (0..<100).filter { NumberFormat.isDate(builtIn: $0) }
        #expect(dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
    }

    @Test(
        "Columns are counted from their letters",
        arguments: [
            ("A1", 0), ("Z9", 25), ("AA10", 26), ("c3", 2), ("XFD1048576", 16_383), ("1", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func columns(reference: String, column: Int?) {
        #expect(Array(reference.utf8).withUnsafeBufferPointer { CellReference.column($0) } == column)
    }
}
