public import CreditModel

/// Why two names are the same organisation, are not, or are to be asked about.
public enum MatchReason: UInt8, Sendable, CaseIterable {
    /// Equal unified codes.
    case sameCode
    /// Equal unified codes beside names that have nothing in common.
    case nameAgainstCode
    /// Two unified codes.
    case otherCode
    /// A code that does not hold.
    case codeInvalid
    /// A registration number that the organisation has not got.
    case otherNumber
    /// An officer has decided it.
    case decided
    /// Equal names.
    case sameName
    /// Equal but for the spelling.
    case spelling
    /// Two words for one form.
    case equivalentForm
    /// One form is absent.
    case formMissing
    /// One place in full, one in short.
    case shortPlace
    /// Another bears the same brand.
    case sibling
    /// More bear the brand than can be looked through.
    case brandCommon
    /// A sole trader (limit 1).
    case soleTrader
    /// A former name.
    case formerName
    /// A character that may be simplified in two ways.
    case ownCharacter
    /// One character of the brand.
    case brandCharacter
    /// One brand begins with the other.
    case brandLonger
    /// Two brands.
    case otherBrand
    /// No brand.
    case noBrand
    /// One place is absent.
    case placeMissing
    /// One place may be the other.
    case placeUnclear
    /// Before the brand, or in brackets.
    case placeMoved
    /// Two places.
    case otherPlace
    /// One trade is absent.
    case tradeMissing
    /// Trades that mean the same or overlap.
    case tradeAlike
    /// Two trades.
    case otherTrade
    /// Two forms.
    case otherForm
    /// Which branch is not said.
    case branchUnclear
    /// A branch and its parent.
    case branchAndParent
    /// Two branches.
    case otherBranch
    /// The place beside the name is another.
    case placeColumn

    /// Its name in answers for programs.
    public var id: String {
        switch self {
        case .sameCode: "same-code"
        case .nameAgainstCode: "name-against-code"
        case .otherCode: "other-code"
        case .codeInvalid: "code-invalid"
        case .otherNumber: "other-number"
        case .decided: "decided"
        case .sameName: "same-name"
        case .spelling: "spelling"
        case .equivalentForm: "equivalent-form"
        case .formMissing: "form-missing"
        case .shortPlace: "short-place"
        case .sibling: "sibling"
        case .brandCommon: "brand-common"
        case .soleTrader: "sole-trader"
        case .formerName: "former-name"
        case .ownCharacter: "own-character"
        case .brandCharacter: "brand-character"
        case .brandLonger: "brand-longer"
        case .otherBrand: "other-brand"
        case .noBrand: "no-brand"
        case .placeMissing: "place-missing"
        case .placeUnclear: "place-unclear"
        case .placeMoved: "place-moved"
        case .otherPlace: "other-place"
        case .tradeMissing: "trade-missing"
        case .tradeAlike: "trade-alike"
        case .otherTrade: "other-trade"
        case .otherForm: "other-form"
        case .branchUnclear: "branch-unclear"
        case .branchAndParent: "branch-and-parent"
        case .otherBranch: "other-branch"
        case .placeColumn: "place-column"
        }
    }

    /// What it says to people.
    public var words: Bilingual { MatchReason.table[self] ?? Bilingual(zh: id, en: id) }

    private static let table: [MatchReason: Bilingual] = [
        .sameCode: Bilingual(zh: "统一社会信用代码或注册号相同", en: "the unified codes or registration numbers are equal"),
        .nameAgainstCode: Bilingual(
            zh: "代码相同而名称明显是另一家，代码或名称有一个可能填错；请核对",
            en: "the codes are equal and the names are not at all; one of them may be wrong: check both"
        ),
        .otherCode: Bilingual(zh: "统一社会信用代码不同，就是两家", en: "the unified codes differ, so there are two"),
        .codeInvalid: Bilingual(
            zh: "所给代码校验不符，没有用它；请核对",
            en: "the code given does not hold and was not used; check it"
        ),
        .otherNumber: Bilingual(
            zh: "所给的是工商注册号，登记里这一家没有它，可能是别家的；请核对",
            en: "the registration number given is not on the register for this one; it may be another's: check it"
        ),
        .decided: Bilingual(zh: "本部门已有人认定", en: "an officer of this department has decided it"),
        .sameName: Bilingual(zh: "名称相同", en: "the names are equal"),
        .spelling: Bilingual(
            zh: "只差繁简、括号、空格、全半角",
            en: "they differ in traditional characters, brackets, blanks or width alone"
        ),
        .equivalentForm: Bilingual(
            zh: "组织形式是同义的两种写法，如“有限公司”与“有限责任公司”",
            en: "the legal forms are two words for one, such as 有限公司 and 有限责任公司"
        ),
        .formMissing: Bilingual(zh: "有一个没写组织形式", en: "one leaves the legal form out"),
        .shortPlace: Bilingual(zh: "地名一个写全称、一个写简称", en: "one spells the place in full, one in short"),
        .sibling: Bilingual(
            zh: "登记里另有同字号的一家，单凭名称不能认定是哪一家；请补统一社会信用代码",
            en: "another on the register has the same brand, and a name alone does not say which: add the unified code"
        ),
        .brandCommon: Bilingual(
            zh: "登记里带这个字号的太多，没能逐一排除；请补统一社会信用代码",
            en: "too many on the register bear this brand to rule each out: add the unified code"
        ),
        .soleTrader: Bilingual(
            zh: "个体工商户的字号常是经营者姓名，只凭代码或完全相同的字号名称认定",
            en: "a sole trader, often named after its owner: known by its code or its exact trade name alone"
        ),
        .formerName: Bilingual(
            zh: "与曾用名相同；曾用名可能已归别家",
            en: "it is a former name; another may bear it now"
        ),
        .ownCharacter: Bilingual(
            zh: "有一个字折算成简体才相同，而它可能是另一个字（如 鉅、巨）",
            en: "a character is equal only when simplified, and may stand for another (such as 鉅 for 钜 or 巨)"
        ),
        .brandCharacter: Bilingual(zh: "字号差一个字", en: "the brands differ by one character"),
        .brandLonger: Bilingual(zh: "一个字号比另一个长", en: "one brand goes on where the other ends"),
        .otherBrand: Bilingual(zh: "字号不同", en: "the brands differ"),
        .noBrand: Bilingual(zh: "名称里没有字号", en: "there is no brand in the name"),
        .placeMissing: Bilingual(zh: "有一个没写地名", en: "one says no place"),
        .placeUnclear: Bilingual(
            zh: "地名一大一小，或不知指哪里",
            en: "one place may lie in the other, or nobody can tell which is meant"
        ),
        .placeMoved: Bilingual(
            zh: "地名一个在前、一个在括号里",
            en: "the place stands before the brand in one, in brackets in the other"
        ),
        .otherPlace: Bilingual(zh: "地名不同", en: "the places differ"),
        .tradeMissing: Bilingual(zh: "有一个没写行业", en: "one leaves the trade out"),
        .tradeAlike: Bilingual(zh: "行业用语相近，不相同", en: "the trades are alike, not equal"),
        .otherTrade: Bilingual(zh: "行业不同", en: "the trades differ"),
        .otherForm: Bilingual(zh: "组织形式不同", en: "the legal forms differ"),
        .branchUnclear: Bilingual(zh: "分支机构没写明是哪一个", en: "it is not said which branch"),
        .branchAndParent: Bilingual(
            zh: "一个是分支机构、一个不是；分支机构有自己的代码",
            en: "one is a branch, the other is not; a branch has a code of its own"
        ),
        .otherBranch: Bilingual(zh: "分支机构不同", en: "they are two branches"),
        .placeColumn: Bilingual(zh: "所给地区与名称里的地名不同", en: "the place given beside the name is another"),
    ]
}
