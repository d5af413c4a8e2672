import CreditSheets
import Testing

@Suite struct DelimiterGuessTests {
    @Test(
        "The delimiter is the character that parts the rows alike",
        arguments: [
            ("a,b,c\n1,2,3\n", ","),
            ("a\tb\tc\n1\t2\t3\n", "\t"),
            ("a;b;c\n1;2;3\n", ";"),
            ("a\n1\n2\n", ","),
            ("填表说明：一、名称；二、代码;三、日期\n名称,代码,日期\n甲,1,2019\n乙,2,2019\n", ","),
            ("名称\t地址\n甲\t辽源市,龙山区,1号\n乙\t辽源市,西安区\n", "\t"),
            ("\"a;b;c\",d\n\"e;f;g\",h\n", ","),
            ("代码,名称,日期,机关\n\t9122,甲,2019,局\n\t9123,乙,2019,局\n", ","),
            ("\"甲\n,,,,\n乙\";丙\n丁;戊\n", ";"),
        ]
    )
    func guess(text: String, delimiter: String) throws {
        let reader = try CSVReader(bytes: Array(text.utf8), bufferSize: 8)
        let expected = try #require(delimiter.utf8.first)
        #expect(reader.format == .delimitedText(.utf8, delimiter: expected))
    }
}
