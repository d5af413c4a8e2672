import CreditModel
import CreditRules
import Testing

@Suite struct CellReadingTests {
    @Test(arguments: [
        ("2019-1-5", "2019-01-05"), ("2019/01/05", "2019-01-05"), ("2019.1.5", "2019-01-05"),
        ("20190105", "2019-01-05"),
        ("2019年1月5日", "2019-01-05"), ("2019年1月5", "2019-01-05"), ("2019-01-05 00:00:00", "2019-01-05"),
        ("2019-01-05T00:00:00", "2019-01-05"), ("2019-01-05T09:30:00.000Z", "2019-01-05"),
        ("2019/1/5 0:00:00", "2019-01-05"),
        ("2019/1/15 0:00:00", "2019-01-15"), ("2019/1/21 0:00:00", "2019-01-21"), ("2019/12/31 23:59", "2019-12-31"),
        ("2019/1/2 10:00", "2019-01-02"), ("20190105 10:00:00", "2019-01-05"), ("2019年1月21日 9:05:00", "2019-01-21"),
        ("2019 - 1 - 5", "2019-01-05"), ("43470", "2019-01-05"), ("20000", "1954-10-03"), ("80000", "2119-01-11"),
        ("2020-02-29", "2020-02-29"), ("２０１９－１－５", "2019-01-05"),
    ])
    func everyFormOfADateIsRead(text: String, iso: String) throws {
        var sheet = try CheckedSheet.licence()
        sheet.clean["validFrom"] = "1949-10-01"
        let checked = sheet.check(["validUntil": text])
        #expect(checked.record?.validUntil?.iso == iso, "\(checked.marks)")
    }

    @Test(arguments: [
        ("2019-02-30", "date-impossible"), ("2019-13-01", "date-impossible"), ("20190230", "date-impossible"),
        ("2019年2月29日", "date-impossible"), ("2100-02-29", "date-impossible"), ("2019-0-5", "date-impossible"),
        ("00000000", "date-impossible"), ("2019-1", "date-unreadable"), ("19-1-5", "date-unreadable"),
        ("2019-1/5", "date-unreadable"), ("2019年1-5", "date-unreadable"), ("1月5日", "date-unreadable"),
        ("明年", "date-unreadable"), ("19999", "date-unreadable"), ("80001", "date-unreadable"),
        ("201901", "date-unreadable"),
        ("2019-1-5 上午", "date-unreadable"), ("12:00", "date-unreadable"), ("T", "date-unreadable"),
        ("20190105000000", "date-unreadable"),
    ])
    func whatIsNoDateIsSaidSo(text: String, code: String) throws {
        let checked = try CheckedSheet.licence().check(["validUntil": text])
        #expect(checked.marks == ["validUntil:\(code)"] && checked.outcome.word == "refused")
    }

    /// Fine in 万元, text of the decision, whether they differ.
    @Test(arguments: [
        ("0.5", "警告，并处罚款人民币5000元", false), ("0.5", "罚款伍仟元整", false), ("0.5", "罚款人民币五千元", false),
        ("1.2", "处以罚款1.2万元", false), ("1.25", "罚款壹万贰仟伍佰元整", false), ("0.5", "罚款：5,000.00元", false),
        ("0.5", "罚款５０００元", false), ("10", "罚款拾万元", false), ("12.3", "罚款十二万三千元", false),
        ("12000", "罚款一亿二千万元", false), ("0.0", "罚款", false), ("0.5", "警告", false), ("0.5", "罚款若干", false),
        ("0.5", "没收5元", false), ("0.5", "罚款2000元，另案罚款3000元", false), ("0.3", "罚款2000元，另案罚款3000元", false),
        ("0.5", "罚款50000元", true), ("5000", "罚款5000元", true), ("0.12", "罚款1.2万元", true), ("0.5", "罚款伍万元整", true),
        ("0.5", "罚款人民币伍佰元", true), ("0.5", "罚款¥500元", true),
    ])
    func fineIsHeldAgainstTheAmountWritten(fine: String, content: String, differs: Bool) throws {
        let checked = try CheckedSheet.penalty().check(["fine": fine, "content": content])
        #expect(checked.marks == (differs ? ["fine:amount-contradicts-text"] : []))
        #expect(checked.outcome.word == "admitted")
    }

    @Test(arguments: ["罚款一亿亿亿亿亿元", "罚款亿万亿万亿万元", "罚款" + String(repeating: "九", count: 400) + "元"])
    func amountBeyondMeasureIsNoAmount(content: String) throws {
        #expect(try CheckedSheet.penalty().check(["content": content]).outcome.word == "admitted")
    }
}
