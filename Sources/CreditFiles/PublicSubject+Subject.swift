public import CreditCatalogue
import CreditModel
public import CreditStore

extension PublicSubject {
    /// What the public sees of a subject.
    public init(_ subject: Subject, _ catalogue: Catalogue) {
        let code = subject.code.flatMap { CreditCode($0) }
        self.init(
            key: subject.publicKey,
            spokenCode: code?.spoken ?? subject.publicKey,
            name: subject.name,
            formerNames: subject.formerNames,
            kind: subject.kind,
            kindName: subject.kind.name,
            place: subject.division.map { division in
                catalogue.city.district(division)?.name
                    ?? (division == catalogue.city.division
                        ? catalogue.city.name : Bilingual(zh: division, en: division))
            },
            address: subject.address,
            established: subject.established,
            status: subject.status
        )
    }
}
