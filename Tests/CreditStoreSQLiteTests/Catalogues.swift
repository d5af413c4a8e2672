import CreditCatalogue
import CreditModel
import TestSupport

/// Catalogues that differ from the city's in one point.
enum Catalogues {
    /// The city's where an item is restricted that was not, under another digest.
    static func restricting(_ restricted: String) throws -> Catalogue {
        let city = try Folders.city.get()
        return Catalogue(
            digest: city.digest.map { ~$0 },
            city: city.city,
            departments: city.departments,
            calendar: city.calendar,
            identifiers: city.identifiers,
            faults: city.faults,
            codeLists: city.codeLists,
            items: city.items.map { $0.id == restricted ? Catalogues.restricted($0) : $0 },
            publication: city.publication,
            sections: city.sections
        )
    }

    private static func restricted(_ item: Item) -> Item {
        Item(
            id: item.id,
            name: item.name,
            purpose: item.purpose,
            clauses: item.clauses,
            section: item.section,
            polarity: item.polarity,
            standing: item.standing,
            legalBasis: item.legalBasis,
            sources: item.sources,
            minimumLevel: item.minimumLevel,
            about: item.about,
            keyFields: item.keyFields,
            fields: item.fields,
            roles: item.roles,
            templates: item.templates,
            reportWithin: item.reportWithin,
            publication: .restricted
        )
    }

    /// The city's with settled thresholds of fines, under another digest.
    static func withoutOpenThresholds() throws -> Catalogue {
        let city = try Folders.city.get()
        let rules = city.publication.map { rule in
            PublicationRule(
                id: rule.id,
                title: rule.title,
                validity: rule.validity,
                periods: rule.periods,
                penaltyKinds: rule.penaltyKinds,
                fines: rule.fines,
                items: rule.items,
                smallFineBelow: Amount(fen: 200_000),
                hugeFineFrom: Amount(fen: 700_000),
                pending: nil
            )
        }
        return Catalogue(
            digest: city.digest.map { ~$0 },
            city: city.city,
            departments: city.departments,
            calendar: city.calendar,
            identifiers: city.identifiers,
            faults: city.faults,
            codeLists: city.codeLists,
            items: city.items,
            publication: rules,
            sections: city.sections
        )
    }
}
