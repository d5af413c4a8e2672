import CreditSearch

/// Says in words what tells a hit apart from others of the same brand.
struct SiblingLine: Sendable {
    let visit: Visit
    let standing: NameSiblings.Standing
    /// The parent's name and the address of its file, where the hit is a branch by its name.
    let parent: (name: String, link: String)?

    var html: HTML {
        "<p class=\"note sibling\">\(words)</p>\n"
    }

    private var words: HTML {
        let brand = visit.chinese(standing.brand)
        if let parent {
            let name: HTML = "<a href=\"\(parent.link)\">\(visit.chinese(parent.name))</a>"
            return visit.say("分支机构，名称所属：\(name)", "Branch of \(name), by its name")
        }
        let told = [differences, namesake].filter { !$0.isEmpty }.joined(separator: visit.say("；", "; "))
        if standing.isFirst {
            return visit.say(
                "同字号“\(brand)”的还有 \(standing.others) 个：\(told)",
                "\(standing.others) more with the brand \(brand): \(told)"
            )
        }
        return visit.say("同字号“\(brand)”：\(told)", "Same brand \(brand): \(told)")
    }

    private var differences: HTML {
        let parts = standing.differences.compactMap { difference -> HTML? in
            switch difference {
            case .place: visit.say("地区", "place")
            case .trade: visit.say("行业", "trade")
            case .form: visit.say("组织形式", "legal form")
            case .branch: visit.say("分支机构", "branch")
            case .spelling: visit.say("写法", "spelling")
            case .code: nil
            }
        }
        guard !parts.isEmpty else { return "" }
        return visit.say("\(parts.joined(separator: "、"))不同", "other \(parts.joined(separator: ", "))")
    }

    private var namesake: HTML {
        guard standing.differences.contains(.code) else { return "" }
        return visit.say("另有名称完全相同的，代码不同", "another has the very same name, and another code")
    }
}
