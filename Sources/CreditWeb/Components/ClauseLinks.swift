import CreditCatalogue
import CreditModel

/// Clauses of the plan by id, each with its title where the catalogue has the plan.
struct ClauseLinks: Sendable {
    let visit: Visit
    let clauses: [String]

    /// Ids alone, linked.
    var short: HTML {
        clauses.map { id -> HTML in
            visit.catalogue.plan?.clause(id) == nil ? "\(id)" : "<a href=\"\(visit.link(.clause(id)))\">\(id)</a>"
        }
        .joined(separator: visit.say("、", ", "))
    }

    /// Ids with titles.
    var html: HTML {
        let plan = visit.catalogue.plan
        guard plan != nil else { return short }
        return
            clauses.map { id -> HTML in
                guard let clause = plan?.clause(id) else { return "\(id)" }
                return "<a href=\"\(visit.link(.clause(id)))\">\(id) \(visit[clause.title])</a>"
            }
            .joined(separator: visit.say("、", ", "))
    }
}
