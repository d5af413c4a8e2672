/// What a cell holds.
public enum FieldType: Sendable, Hashable {
    /// A name or a number kept as sent.
    case text
    /// Sentences: searched for certificate, telephone, card and plate numbers, which the public sees masked (limit 8).
    case freeText
    /// A date in any known form.
    case day
    /// Money; the unit of the column in fen (万元 = 1,000,000).
    case amount(unit: Int64)
    /// One value of a code list.
    case choice(list: String)
    /// Several values of a code list, separated by 、 ， ; or a comma.
    case choices(list: String)
    /// A grade of the item's own scheme: its code or its Chinese name; what is kept is the code.
    case grade(scheme: String)
    /// A unified code of the subject.
    case creditCode
    /// A unified code of an authority or department.
    case authorityCode
    /// An authority's name.
    case authority
    /// 工商注册号.
    case registrationNumber
    /// 组织机构代码.
    case organisationCode
    /// Another number of an organisation (tax, institution, association): searched for citizen numbers.
    case otherCode
    /// The number of a person's certificate: kept only as mask and keyed hash (limit 8).
    case certificateNumber
    /// The name of a person (法定代表人).
    case personName
}
