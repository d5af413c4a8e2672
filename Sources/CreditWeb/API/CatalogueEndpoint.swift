import CreditCatalogue
import CreditModel
import Hummingbird
import LibCrypto

/// The catalogue: items, sections, rules of publication.
struct CatalogueEndpoint: EndpointMaker {
    static let route = EndpointRoute.catalogue

    func answer(_ call: Call) throws -> Response {
        let catalogue = call.visit.catalogue
        return try fromCatalogue(call) {
            JSONWriter.text { json in
                json.member(hex: "digest", catalogue.digest)
                json.member("city") {
                    $0.member("name", catalogue.city.name)
                    $0.member("masthead", catalogue.city.masthead)
                    $0.member("division", catalogue.city.division)
                }
                json.member("sections", catalogue.sections) { json, section in
                    json.object {
                        $0.member("id", section.id)
                        $0.member("name", section.name)
                    }
                }
                json.member("items", catalogue.items) { json, item in json.object { $0.writeHead(of: item) } }
                json.member("rules", catalogue.publication) { $0.write($1) }
                json.member("laws", catalogue.laws) { $0.write($1) }
                json.member("grounds", catalogue.grounds) { $0.write($1) }
                json.member("schemes", catalogue.schemes) { $0.write($1) }
            }
        }
    }
}

/// One item with its fields and layouts.
struct ItemEndpoint: EndpointMaker {
    static let route = EndpointRoute.item

    func answer(_ call: Call) throws -> Response {
        guard let item = call.visit.catalogue.item(call.part("item")) else { throw Problem.noSuchItem }
        return try fromCatalogue(call) {
            JSONWriter.text { json in
                json.writeHead(of: item)
                json.writeBody(of: item, call.visit.catalogue)
            }
        }
    }
}

/// The departments.
struct DepartmentsEndpoint: EndpointMaker {
    static let route = EndpointRoute.departments

    func answer(_ call: Call) throws -> Response {
        try fromCatalogue(call) {
            JSONWriter.text { json in
                json.member("departments", call.visit.catalogue.departments.all) { $0.write($1) }
            }
        }
    }
}
