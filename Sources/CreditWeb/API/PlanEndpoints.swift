import CreditCatalogue
import CreditModel
import Hummingbird

/// The plan with what serves each clause and what is still to come.
struct PlanEndpoint: EndpointMaker {
    static let route = EndpointRoute.plan

    func answer(_ call: Call) throws -> Response {
        let catalogue = call.visit.catalogue
        return try fromCatalogue(call) {
            JSONWriter.text { json in
                json.member("title", catalogue.plan?.title)
                json.member("number", catalogue.plan?.number)
                json.member("date", catalogue.plan?.date)
                json.member("issuedBy", catalogue.plan?.issuedBy)
                json.member("parts", catalogue.plan?.parts ?? []) { json, part in
                    json.object {
                        $0.member("id", part.id)
                        $0.member("name", part.name)
                    }
                }
                json.member("clauses", ClauseCoverage.all(in: catalogue)) { $0.write($1) }
            }
        }
    }
}

/// The register of instruments with what rests on each, and the grounds on which something is not public.
struct LawsEndpoint: EndpointMaker {
    static let route = EndpointRoute.laws

    func answer(_ call: Call) throws -> Response {
        let catalogue = call.visit.catalogue
        return try fromCatalogue(call) {
            JSONWriter.text { json in
                json.member("laws", catalogue.laws) { $0.write($1, LawUses(of: $1.id, in: catalogue)) }
                json.member("grounds", catalogue.grounds) { $0.write($1) }
            }
        }
    }
}

/// One department: what it answers for, and what it may send in which years.
struct DepartmentEndpoint: EndpointMaker {
    static let route = EndpointRoute.department

    func answer(_ call: Call) throws -> Response {
        let catalogue = call.visit.catalogue
        guard let department = catalogue.departments[call.part("department")] else {
            throw Problem.noSuchDepartmentPage
        }
        return try fromCatalogue(call) {
            JSONWriter.text { json in
                json.key("department")
                json.write(department)
                json.member("predecessors", catalogue.departments.predecessors(of: department.id).map(\.id))
                json.member("acting", catalogue.departments.acting(for: department, on: call.visit.today).map(\.id))
                json.member("functions", catalogue.functions(of: department.id)) { json, function in
                    json.object {
                        $0.member("id", function.id)
                        $0.member("name", function.name)
                    }
                }
                json.member("clauses", catalogue.clauses(of: department.id))
                json.member("items", catalogue.items(from: department.id)) { $0.writeDuty($1, of: department.id) }
            }
        }
    }
}

extension Catalogue {
    /// The functions that a department exercises or exercised.
    fileprivate func functions(of department: String) -> [DepartmentFunction] {
        functions.filter { $0.departments.contains { $0.department == department } }
    }

    /// The clauses for which the plan names a department or one it took over from.
    fileprivate func clauses(of department: String) -> [String] {
        let ids = Set([department] + departments.predecessors(of: department).map(\.id))
        return (plan?.clauses ?? []).filter { !ids.isDisjoint(with: $0.responsible) }.map(\.id)
    }
}
