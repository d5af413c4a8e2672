import CreditCatalogue
import CreditModel

/// Makes names of organisations as registers have them: place, brand, trade and form, each once.
struct NameMaker {
    private let city: String
    private let districts: [String]
    private var taken: Set<String> = []
    private var brands: [String] = []

    init(city: City) {
        self.city = city.name.zh
        districts = city.districts.map(\.name.zh)
    }

    /// A name that nobody bears yet.
    mutating func name(prefix: String, district: Int, _ random: inout RandomSource) -> String {
        for attempt in 0..<40 {
            let brand = brand(&random)
            let name = draft(
                prefix,
                district,
                attempt > 20 ? brand + random.word(Vocabulary.brandTails) : brand,
                &random
            )
            if taken.insert(name).inserted { return name }
        }
        return numbered(prefix, district, &random)
    }

    private mutating func numbered(_ prefix: String, _ district: Int, _ random: inout RandomSource) -> String {
        while true {
            let brand = random.word(Vocabulary.brandHeads) + random.word(Vocabulary.brandTails)
            let name = draft(prefix, district, brand + "\(taken.count)", &random)
            if taken.insert(name).inserted { return name }
        }
    }

    /// A brand; one in seven is the brand of an earlier organisation, so that siblings come to be.
    private mutating func brand(_ random: inout RandomSource) -> String {
        if random.chance(0.14), let sibling = random.choose(brands) { return sibling }
        let brand = random.word(Vocabulary.brandHeads) + random.word(Vocabulary.brandTails)
        brands.append(brand)
        return brand
    }

    private func draft(_ prefix: String, _ district: Int, _ brand: String, _ random: inout RandomSource) -> String {
        let place = districts.isEmpty ? city : districts[district % districts.count]
        switch prefix {
        case "91": return company(district, brand, &random)
        case "92": return place + brand + random.word(Vocabulary.shopTrades)
        case "93": return place + brand + random.word(Vocabulary.farmTrades) + "专业合作社"
        case "11": return place + brand + random.word(Vocabulary.organForms)
        case "12": return place + brand + random.word(Vocabulary.institutionForms)
        case "31": return cityStem + brand + "律师事务所"
        case "51": return city + brand + random.word(Vocabulary.associationForms)
        case "52": return place + brand + random.word(Vocabulary.serviceForms)
        case "53": return city + brand + random.word(Vocabulary.foundationForms)
        case "81": return place + brand + "工会委员会"
        case "N1": return place + brand + "村第\(["一", "二", "三", "四"][random.below(4)])村民小组股份经济合作社"
        case "N2": return place + brand + "村股份经济合作社"
        case "N3": return place + brand + "镇经济联合总社"
        default: return place + brand + "服务中心"
        }
    }

    private func company(_ district: Int, _ brand: String, _ random: inout RandomSource) -> String {
        let trade = random.word(Vocabulary.companyTrades)
        let form = random.word(Vocabulary.companyForms)
        let place = districts.isEmpty ? city : districts[district % districts.count]
        switch random.below(10) {
        case 0: return brand + "（\(cityStem)）" + trade + "有限公司"
        case 1: return brand + "(\(cityStem))" + trade + "有限公司"
        case 2, 3: return place + brand + trade + form
        case 4, 5: return cityStem + brand + trade + form
        default: return city + brand + trade + form
        }
    }

    /// The city's name without its last character where that only says that it is one.
    private var cityStem: String { city.hasSuffix("市") && city.count > 2 ? String(city.dropLast()) : city }
}
