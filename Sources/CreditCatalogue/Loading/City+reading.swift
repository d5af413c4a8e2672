import CreditModel

/// `city.yaml`.
extension City {
    static let keys = [
        "name", "masthead", "division", "districts", "operatedBy", "filingNumber", "siteIdentifier", "contact",
        "site", "ledgerOrigin",
    ]

    init(reading map: YAMLMap) {
        let contact = map.map("contact", keys: ["office", "address", "telephone", "hours"])
        let nothing = Bilingual(zh: "", en: "")
        self.init(
            name: map.bilingual("name"),
            masthead: map.bilingual("masthead"),
            division: City.division(map, "division"),
            districts: map.maps("districts", keys: ["code", "name"])
                .map {
                    District(code: City.division($0, "code"), name: $0.bilingual("name"))
                },
            operatedBy: map.bilingual("operatedBy"),
            filingNumber: map.optionalText("filingNumber"),
            siteIdentifier: map.optionalText("siteIdentifier"),
            contact: Contact(
                office: contact?.bilingual("office") ?? nothing,
                address: contact?.bilingual("address") ?? nothing,
                telephone: contact?.text("telephone") ?? "",
                hours: contact?.bilingual("hours") ?? nothing
            ),
            site: City.site(map),
            ledgerOrigin: map.text("ledgerOrigin")
        )
    }

    /// An address that links can begin with: a scheme and a host, no path.
    private static func site(_ map: YAMLMap) -> String? {
        guard let text = map.optionalText("site") else { return nil }
        if text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(?::[0-9]+)?/) == nil {
            map.log.add(
                map.place(of: "site"),
                Bilingual(zh: "“\(text)”不是网站地址", en: "“\(text)” is no address of a site"),
                remedy: Bilingual(
                    zh: "只写协议和主机名，不带路径，如 https://credit.city.example",
                    en: "write scheme and host without a path, such as https://credit.city.example"
                )
            )
        }
        return text
    }

    private static func division(_ map: YAMLMap, _ key: String) -> String {
        let code = map.text(key)
        if map.has(key), code.utf8.count != 6 || !code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            map.log.add(
                map.place(of: key),
                Bilingual(zh: "“\(code)”不是六位行政区划代码", en: "“\(code)” is no division code of six digits"),
                remedy: Bilingual(zh: "按 GB/T 2260 写六位数字，如 220400", en: "write six digits of GB/T 2260, such as 220400")
            )
        }
        return code
    }
}
