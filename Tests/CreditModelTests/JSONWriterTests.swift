import CreditModel
import Foundation
import TestSupport
import Testing

@Suite struct JSONWriterTests {
    private static func written(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func everyByteThatJSONEscapesIsEscapedWhereverItStands() throws {
        let escaped = (0..<0x20).map { UInt8($0) } + [0x22, 0x5C, 0x7F]
        for byte in escaped {
            for place in 0..<20 {
                let text = String(repeating: "a", count: place) + String(UnicodeScalar(byte)) + "水源"
                let json = Self.written { json in json.array { $0.string(text) } }
                let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
                #expect(read == [text])
                #expect(json.utf8.allSatisfy { $0 >= 0x20 })
            }
        }
    }

    @Test func anyTextComesBack() throws {
        var random = SplitMix(state: 7)
        let characters = Array("ab水源罚é𠮷 \n\t\r\"\\/\u{1}\u{1F}\u{FFFD}")
        for _ in 0..<2000 {
            let text = String(
                (0..<Int(random.next() % 40)).map { _ in characters[Int(random.next() % UInt64(characters.count))] }
            )
            let json = Self.written { json in json.object { $0.pair("text", Bilingual(zh: text, en: text + "a")) } }
            let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [String: String]]
            #expect(read == ["text": ["zh": text, "en": text + "a"]])
        }
    }

    @Test(arguments: [0, 9, 10, -1, 1_234_567, .max, .min] as [Int64])
    func numbersAreWrittenAsSwiftWritesThem(number: Int64) {
        #expect(Self.written { $0.integer(number) } == String(number))
    }

    @Test func commasStandBetweenMembersOfEveryKind() throws {
        let shared = JSONMembers {
            $0.pair("id", "a")
            $0.pair("count", 2)
        }
        let json = Self.written { json in
            json.object {
                $0.pair("first", nil as String?)
                $0.members(shared)
                $0.key("on")
                $0.day(Day(number: 20_638))
                $0.key("until")
                $0.day(nil)
                $0.key("list")
                $0.array { list in
                    list.bool(true)
                    list.null()
                    list.object { _ in }
                }
                $0.pair("last", nil as Bilingual?)
            }
        }
        let expected =
            "{\"first\":null,\"id\":\"a\",\"count\":2,\"on\":\"2026-07-04\",\"until\":null,"
            + "\"list\":[true,null,{}],\"last\":null}"
        #expect(json == expected)
    }
}
