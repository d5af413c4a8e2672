import ArgumentParser
import CreditCatalogue
import CreditFiles
import CreditModel

/// `xinyuan code CODE…`: what an identifier says, and whether it holds.
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "解释并核对代码 / explain and check identifiers",
        discussion: "例 / Example: xinyuan code 91220402MA0TEWT1X6 220400000000018"
    )

    @Argument(help: "统一社会信用代码、组织机构代码、注册号 / unified codes, organisation codes, registration numbers")
    var codes: [String]

    @Flag(help: "输出一个 JSON 对象 / print one JSON object")
    var json = false

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let catalogue = try options.load()
        let explained = codes.map { ExplainedCode($0, catalogue, today: Clock().instant.day) }
        if json {
            var json = JSONWriter()
            json.object { json in
                json.key("codes")
                json.array { json in for code in explained { code.write(into: &json, options.lang) } }
            }
            Terminal.write(json.bytes + [0x0A])
        } else {
            for code in explained { Terminal.line(code.lines(options.lang)) }
        }
        throw ExitCode(explained.allSatisfy(\.holds) ? 0 : 1)
    }
}

/// What an identifier says.
struct ExplainedCode {
    /// The identifier as it may be printed: citizen numbers masked (limit 8).
    let shown: String
    /// What it is.
    let scheme: Bilingual
    /// Whether its check characters hold.
    let holds: Bool
    /// What else is to be said.
    let remarks: [Bilingual]

    init(_ text: String, _ catalogue: Catalogue, today: Day) {
        let plain = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        let bytes = Array(plain.utf8)
        if CitizenNumber.stands(inQuery: text, on: today) {
            // With what stands before or behind it, it is no code either.
            shown = CitizenNumber.mask(plain)
            scheme = Bilingual(zh: "公民身份号码", en: "citizen number")
            holds = true
            remarks = [
                Bilingual(
                    zh: "平台不保存、不显示、不解释自然人的号码。",
                    en: "The platform keeps, shows and explains no numbers of persons."
                )
            ]
            return
        }
        shown = plain
        switch bytes.count {
        case 18:
            scheme = Bilingual(zh: "统一社会信用代码", en: "unified social credit code")
            let defect = CreditCode.defect(in: bytes)
            holds = defect == nil
            remarks = defect.map { [ExplainedCode.words($0)] } ?? ExplainedCode.parts(plain, catalogue)
        case 9:
            scheme = Bilingual(zh: "组织机构代码", en: "organisation code")
            holds = OrganisationCode.holds(bytes)
            remarks = [ExplainedCode.check(holds)]
        case 15:
            scheme = Bilingual(zh: "工商注册号", en: "registration number")
            holds = RegistrationNumber.holds(bytes)
            remarks = [ExplainedCode.check(holds)]
        default:
            scheme = Bilingual(zh: "不认识的代码", en: "no identifier known here")
            holds = false
            remarks = [
                Bilingual(
                    zh: "统一社会信用代码 18 位，组织机构代码 9 位，注册号 15 位；这里有 \(bytes.count) 位。",
                    en:
                        "A unified code has 18 characters, an organisation code 9, a registration number 15; this has \(bytes.count)."
                )
            ]
        }
    }

    /// The lines for people.
    func lines(_ language: Language) -> String {
        let verdict = language == .zh ? (holds ? "成立" : "不成立") : (holds ? "holds" : "does not hold")
        return (["\(shown)  \(scheme[language])  \(verdict)"] + remarks.map { "    " + $0[language] })
            .joined(separator: "\n")
    }

    /// The object for programs.
    func write(into json: inout JSONWriter, _ language: Language) {
        json.object { json in
            json.pair("code", shown)
            json.pair("scheme", scheme.en)
            json.key("holds")
            json.bool(holds)
            json.key("remarks")
            json.array { json in for remark in remarks { json.string(remark[language]) } }
        }
    }

    private static func check(_ holds: Bool) -> Bilingual {
        holds
            ? Bilingual(zh: "校验位相符。", en: "The check character holds.")
            : Bilingual(
                zh: "校验位不符，多半抄错了一位。",
                en: "The check character does not hold; most likely one character is wrong."
            )
    }

    private static func words(_ defect: CreditCode.Defect) -> Bilingual {
        switch defect {
        case .malformed:
            Bilingual(
                zh: "含有不用的字符：字母 I、O、Z、S、V 不用。",
                en: "It has characters that are not used; I, O, Z, S and V are not."
            )
        case .placeholder: Bilingual(zh: "这是占位的代码，不是真代码。", en: "This stands for “none”; it is no code.")
        case .outerCheck:
            Bilingual(
                zh: "第 18 位校验位不符，多半抄错了一位。",
                en: "The eighteenth character does not follow from the others; most likely one is wrong."
            )
        }
    }

    private static func parts(_ text: String, _ catalogue: Catalogue) -> [Bilingual] {
        guard let code = CreditCode(text) else { return [] }
        let first = String(text.prefix(1))
        let second = String(text.dropFirst().prefix(1))
        let registrar = catalogue.identifiers.registrars.first { $0.character == first }
        let category = registrar?.categories[second]
        let place = catalogue.city.district(code.division)?.name
        var found = [Bilingual(zh: "念作 \(code.spoken)", en: "Read aloud \(code.spoken)")]
        found.append(
            Bilingual(
                zh:
                    "登记管理部门 \(first) \(registrar?.name.zh ?? "不认识")，类别 \(second) \(category?.zh ?? "不认识")；按 \(code.kind.name.zh) 建档",
                en:
                    "Registrar \(first) \(registrar?.name.en ?? "unknown"), category \(second) \(category?.en ?? "unknown"); kept as "
                    + code.kind.name.en
            )
        )
        found.append(
            Bilingual(
                zh: "登记地 \(code.division) \(place?.zh ?? "")",
                en: "Registered in \(code.division) \(place?.en ?? "")"
            )
        )
        found.append(
            code.hasInnerCheck
                ? Bilingual(
                    zh: "组织机构代码 \(code.organisationCode)，校验相符",
                    en: "Organisation code \(code.organisationCode), which holds"
                )
                : Bilingual(
                    zh: "组织机构代码 \(code.organisationCode) 校验不符（少数真实代码如此，只提醒）",
                    en:
                        "Organisation code \(code.organisationCode) does not hold (a few real codes do not; a warning, no more)"
                )
        )
        return found
    }
}
