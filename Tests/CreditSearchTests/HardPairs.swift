import TestSupport

/// Names of made-up organisations and hard pairs of them, with what is true of each; a seed brings the same about again.
struct HardPairs {
    /// A name by its parts.
    struct Name {
        var place: String
        var brand: String
        var trade: String
        var form: String
        var branch = ""

        var text: String { place + brand + trade + form + branch }
    }

    /// Two names.
    struct Pair {
        let kind: String
        let one: String
        let other: String
        let isSame: Bool
    }

    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    private static let places = ["辽源市", "辽源", "通化市", "长春", "四平市", "东丰县", "示远县", "龙山区", "大连市", "沈阳市", "吉林省", "白山市"]
    private static let heads = Array("鑫恒瑞宏盛泰嘉德信源龙东华金天永福祥顺兴博远诚聚汇万百众康益佳美新旭朗晟润沃禾沐乾昇")
    private static let tails = Array("达丰隆通和润安成业利昌川洋辉腾鼎凯锐元邦宇航荣茂林海峰江阳晨雅悦尚优蓝森田谷铭干升")
    private static let trades = [
        "商贸", "建筑工程", "房地产开发", "医药", "食品", "粮油贸易", "物流", "科技", "环保科技", "农业开发", "袜业", "机械制造", "铝业", "物业管理",
        "餐饮管理", "旅游", "煤炭经销", "家政服务", "畜牧", "饲料", "化工", "电子商务", "捞网", "蚕桑",
    ]
    private static let forms = ["有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂", "专业合作社", "经营部"]
    private static let branches = ["第一分公司", "长春分公司", "龙山店", "二分店", "营业部"]
    /// Characters that have one traditional form, which nobody writes in simplified text.
    private static let traditional: [Character: Character] = [
        "贸": "貿", "业": "業", "责": "責", "农": "農", "发": "發", "辽": "遼", "长": "長", "东": "東", "龙": "龍", "开": "開", "产": "產",
        "医": "醫", "药": "藥", "环": "環", "机": "機", "饮": "飲", "电": "電", "务": "務", "筑": "築", "铝": "鋁", "远": "遠", "汇": "匯",
        "辉": "輝", "腾": "騰", "凯": "凱", "锐": "銳", "荣": "榮", "阳": "陽", "优": "優", "蓝": "藍", "铭": "銘", "丰": "豐", "达": "達",
        "诚": "誠", "万": "萬", "众": "眾", "润": "潤", "兴": "興", "顺": "順", "华": "華", "经": "經", "销": "銷",
    ]

    private mutating func one<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    private mutating func brand() -> String {
        String(one(Self.heads)) + String(one(Self.tails))
            + (Int.random(in: 0..<4, using: &random) == 0 ? String(one(Self.tails)) : "")
    }

    /// A made-up name.
    mutating func name() -> Name {
        Name(place: one(Self.places), brand: brand(), trade: one(Self.trades), form: one(Self.forms))
    }

    /// A pair of names of one organisation, spelled in two ways.
    mutating func same() -> Pair {
        var name = name()
        let kinds = [
            "traditional", "brackets", "place-in-brackets", "equivalent-form", "form-missing", "blanks", "width",
            "identical",
        ]
        let kind = one(kinds)
        var other = name.text
        switch kind {
        case "traditional": other = String(name.text.map { Self.traditional[$0] ?? $0 })
        case "brackets":
            let rest = name.trade + name.form
            return Pair(
                kind: kind,
                one: name.brand + "（\(name.place)）" + rest,
                other: name.brand + "(\(name.place))" + rest,
                isSame: true
            )
        case "place-in-brackets": other = name.brand + "（\(name.place)）" + name.trade + name.form
        case "equivalent-form":
            (name.form, other) = ("有限公司", name.place + name.brand + name.trade + "有限责任公司")
        case "form-missing":
            (name.form, other) = (one(["有限公司", "有限责任公司"]), name.place + name.brand + name.trade)
        case "blanks": other = name.place + " " + name.brand + "　" + name.trade + name.form + " "
        case "width":
            return Pair(
                kind: kind,
                one: name.brand + "Ａ１" + name.form,
                other: name.brand + "a1" + name.form,
                isSame: true
            )
        default: break
        }
        return Pair(kind: kind, one: name.text, other: other, isSame: true)
    }

    /// A pair of names of two organisations that look alike.
    mutating func different() -> Pair {
        let name = name()
        var other = name
        let kind = one([
            "place", "branch", "branches", "brand-character", "brand-swapped", "trade", "form", "added-character",
        ])
        switch kind {
        case "place": while other.place.prefix(2) == name.place.prefix(2) { other.place = one(Self.places) }
        case "branch": other.branch = one(Self.branches)
        case "branches":
            var first = name
            first.branch = one(Self.branches)
            repeat { other.branch = one(Self.branches) } while other.branch == first.branch
            return Pair(kind: kind, one: first.text, other: other.text, isSame: false)
        case "brand-character":
            while other.brand == name.brand { other.brand = String(name.brand.dropLast()) + String(one(Self.tails)) }
        case "brand-swapped":
            other.brand = String(name.brand.reversed())
            if other.brand == name.brand { other.brand += "和" }
        case "trade": while other.trade == name.trade { other.trade = one(Self.trades) }
        case "form":
            let forms = ["有限公司", "股份有限公司", "厂", "专业合作社", "经营部"]
            other.form = one(forms.filter { $0 != name.form && !($0 == "有限公司" && name.form == "有限责任公司") })
        default: other.brand += String(one(Self.tails))
        }
        return Pair(kind: kind, one: name.text, other: other.text, isSame: false)
    }
}
