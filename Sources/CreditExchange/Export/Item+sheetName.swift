import CreditCatalogue
import CreditModel

extension Item {
    /// Its name as far as a sheet may bear it: thirty-one characters, none of `[]:*?/\` and no quote.
    var sheetName: String {
        let allowed = name.zh.filter { !"[]:*?/\\'".contains($0) }
        return allowed.isEmpty ? id : String(allowed.prefix(31))
    }
}
