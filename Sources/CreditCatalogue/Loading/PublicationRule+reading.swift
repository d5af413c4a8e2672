import CreditModel

/// `rules/<instrument>.yaml`.
extension PublicationRule {
    static let keys = [
        "id", "title", "from", "until", "periods", "penaltyKinds", "items", "smallFineBelow", "hugeFineFrom", "pending",
    ]

    init(reading map: YAMLMap, items: [Item], references: References, places: CataloguePlaces) {
        let values = PublicationRule.penaltyKinds(items, references.codeLists)
        let kinds = PublicationRule.ranges("penaltyKinds", map, known: values.map(\.text))
        self.init(
            id: map.text("id"),
            title: map.bilingual("title"),
            validity: map.validity(),
            periods: PublicationRule.periods(map),
            penaltyKinds: kinds,
            fines: Set(values.filter { $0.means == .fine }.map(\.text)),
            items: PublicationRule.items(
                map,
                items,
                adverse: { item in
                    !AdverseValues(item, codeLists: references.codeLists) { references.schemes[$0] }.isEmpty
                },
                places
            ),
            smallFineBelow: PublicationRule.threshold("smallFineBelow", map),
            hugeFineFrom: PublicationRule.threshold("hugeFineFrom", map),
            pending: map.optionalBilingual("pending")
        )
        checkPending(map)
        checkFines(map)
    }

    private static func penaltyKinds(_ items: [Item], _ codeLists: [String: CodeList]) -> [CodeList.Value] {
        var kinds: [CodeList.Value] = []
        for item in items where item.publication == .penaltyTier {
            guard let role = item.roles.penaltyKinds, let list = item.field(role)?.type.list else { continue }
            kinds += codeLists[list]?.values.filter { value in !kinds.contains { $0.text == value.text } } ?? []
        }
        return kinds
    }

    private static func periods(_ map: YAMLMap) -> [Tier: Period] {
        guard let tiers = map.map("periods", keys: Tier.allCases.map(\.rawValue)) else { return [:] }
        var periods: [Tier: Period] = [:]
        for tier in Tier.allCases {
            guard let entry = tiers.map(tier.rawValue, keys: ["shown", "minimumMonths", "maximumMonths"]) else {
                continue
            }
            let shortest = entry.integer("minimumMonths", in: 0...1200)
            let longest = entry.integer("maximumMonths", in: max(shortest, 0)...1200)
            periods[tier] = Period(isShown: entry.flag("shown"), minimumMonths: shortest, maximumMonths: longest)
        }
        return periods
    }

    /// The tiers under a key, one for each known word but those that are said elsewhere.
    static func ranges(
        _ key: String,
        _ map: YAMLMap,
        known: [String],
        elsewhere: Set<String> = []
    ) -> [String: TierRange] {
        guard let entries = map.map(key, keys: nil) else { return [:] }
        var ranges: [String: TierRange] = [:]
        for word in entries.keys {
            if !known.contains(word.value) {
                map.log.addUnknown(word, among: known, kind: Bilingual(zh: "“\(key)”取值", en: "value for “\(key)”"))
            }
            ranges[word.value] = range(word.value, entries)
        }
        for word in known where ranges[word] == nil && !elsewhere.contains(word) {
            reportNoTier(entries.place, key, word, map.log)
        }
        return ranges
    }

    static func reportNoTier(_ place: Place, _ key: String, _ word: String, _ log: ProblemLog) {
        log.add(
            place,
            Bilingual(zh: "“\(key)”里没有“\(word)”的档次", en: "“\(key)” says no tier for “\(word)”"),
            remedy: Bilingual(
                zh: "添上一行；定不下来的写 [minor, serious]",
                en: "add a line; write [minor, serious] where it is not settled"
            )
        )
    }

    private static func range(_ key: String, _ map: YAMLMap) -> TierRange? {
        let texts = map.isList(key) ? map.texts(key) : [map.located(key)]
        let tiers: [Tier] = texts.compactMap { map.word($0) }
        guard let low = tiers.first, let high = tiers.last, tiers.count <= 2, low <= high else {
            map.log.add(
                map.place(of: key),
                Bilingual(zh: "“\(key)”的档次要写一个，或由轻到重写两个", en: "“\(key)” takes one tier, or two from mild to grave"),
                remedy: Bilingual(zh: "例如 general 或 [minor, serious]", en: "such as general or [minor, serious]")
            )
            return nil
        }
        return TierRange(low: low, high: high)
    }

    private static func threshold(_ key: String, _ map: YAMLMap) -> Amount? {
        guard let text = map.optionalText(key) else { return nil }
        if let amount = Amount(decimal: text.utf8, unit: 100) { return amount }
        map.log.add(
            map.place(of: key),
            Bilingual(zh: "“\(text)”不是以元计的金额", en: "“\(text)” is no amount in yuan"),
            remedy: Bilingual(zh: "只写数字，如 5000", en: "write digits only, such as 5000")
        )
        return nil
    }

    private func checkPending(_ map: YAMLMap) {
        let needsThresholds = penaltyKinds.values.contains { $0.low != $0.high }
        guard needsThresholds, smallFineBelow == nil || hugeFineFrom == nil, pending == nil else { return }
        map.log.add(
            map.place,
            Bilingual(
                zh: "有的处罚档次取决于罚款数额，数额标准却没有写，也没有说明",
                en: "some tiers depend on the fine, but its thresholds are neither given nor explained"
            ),
            remedy: Bilingual(
                zh: "写上 smallFineBelow 和 hugeFineFrom，或用 pending 说明待定",
                en: "give smallFineBelow and hugeFineFrom, or say under pending why not"
            )
        )
    }

    private func checkFines(_ map: YAMLMap) {
        guard fines.isEmpty, let key = ["smallFineBelow", "hugeFineFrom"].first(where: map.has) else { return }
        map.log.add(
            map.place(of: key),
            Bilingual(
                zh: "写了罚款的数额标准，处罚类别的代码表里却没有哪个取值是罚款",
                en: "there is a threshold of fines, but no value of the code list of penalties is a fine"
            ),
            remedy: Bilingual(
                zh: "在 codelists.yaml 里给罚款写 means: fine",
                en: "write means: fine at the value in codelists.yaml"
            )
        )
    }

    /// Checks that no day falls under two rules and that ids differ.
    static func checkTogether(_ rules: [PublicationRule], _ maps: [YAMLMap]) {
        for (position, (rule, map)) in zip(rules, maps).enumerated() {
            for other in rules[..<position] where other.validity.overlaps(rule.validity) {
                map.log.add(
                    map.place(of: "from"),
                    Bilingual(
                        zh: "规则“\(rule.id)”与“\(other.id)”的适用期重叠",
                        en: "the rules “\(rule.id)” and “\(other.id)” are in force on the same days"
                    ),
                    remedy: Bilingual(
                        zh: "更正 from、until，使一天只适用一部",
                        en: "correct from and until so that one rule governs a day"
                    )
                )
            }
            if rules[..<position].contains(where: { $0.id == rule.id }) {
                map.log.addDuplicate(map.located("id"), of: Bilingual(zh: "规则", en: "rule"))
            }
        }
    }
}
