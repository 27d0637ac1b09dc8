// Slips of a rule keeper's hand in rules/2023.yaml: each must be caught by the check or by an example. What is not here,
// because nothing can hold it: the words of purpose, published, because and says. They stand on the page that is signed.

/**
 * What is written behind some text, and what is written instead. "from…to" is all from the one up to the other.
 * @typedef {readonly [behind: string, written: string, instead: string]} Edit
 * @typedef {readonly [what: string, ...edits: Edit[]]} Mutation
 */

const RETURNEES = "对支援外地建设退休（职）回沪定居人员帮困节日补助，标准为每人700元";
const MEALS = "对救助管理站滞留对象给予伙食补贴，标准为每人100元";

/** @type {readonly Mutation[]} */
const SUMS = [
  ["a sum changed by one", ["special-festival:", "flat: 1000", "flat: 1001"]],
  ["a sum with a nought more", ["carers-festival:", "flat: 300", "flat: 3000"]],
  ["a sum with a nought less", ["veterans-festival:", "flat: 1200", "flat: 120"]],
  ["digits swapped", ["winter-warmth:", "flat: 460", "flat: 640"]],
  ["the sum of the next programme", ["institution-festival:", "flat: 180", "flat: 300"]],
  ["half a yuan more", ["stranded-meals:", "flat: 100", "flat: 100.5"]],
  ["a sum with three decimals", ["stranded-meals:", "flat: 100", "flat: 100.005"]],
  ["a sum of nought", ["hundred-elders:", "flat: 2000", "flat: 0"]],
  ["a sum below nought", ["hundred-elders:", "flat: 2000", "flat: -2000"]],
  ["letters in a sum", ["elders-emergency:", "flat: 1000", "flat: 1OOO"]],
  ["the first member's sum", ["general-festival:", "first: 700", "first: 800"]],
  ["each further member's sum", ["general-festival:", "further: 100", "further: 200"]],
  ["first and further swapped", ["general-festival:", "first: 700, further: 100", "first: 100, further: 700"]],
  ["a cap the document does not know", ["general-festival:", "further: 100", "further: 100, at-most: 1000"]],
  ["a scale made flat", ["general-festival:", "per-member: { first: 700, further: 100 }", "flat: 700"]],
  ["a sum left to the list", ["leaders-visit:", "flat: 1000", "listed: no-bound"]],
  ["the list's sum made flat", ["hardship-grant:", "listed: no-bound", "flat: 1000"]],
  ["a step behind a sum", ["unemployed-festival:", "flat: 750", "flat: 750, then: [{ times: 2 }]"]],
  ["a tier's sum", ["disabled-relief:", "flat: 400", "flat: 300"]],
  ["two tiers' sums swapped", ["disabled-relief:", "flat: 800", "flat: 300"], ["[低收入", "flat: 300", "flat: 800"]],
];

/** @type {readonly Mutation[]} */
const BOUNDS = [
  ["a row's upper bound widened", ["women-festival:", "to: 2000", "to: 3000"]],
  ["a row's lower bound widened", ["women-festival:", "from: 500", "from: 50"]],
  ["a row's bounds crossed", ["women-festival:", "from: 500, to: 2000", "from: 2000, to: 500"]],
  ["a row's bounds dropped", ["women-festival:", "{ from: 500, to: 2000 }", "no-bound"]],
  ["a mean's bound raised", ["party-visit:", "mean-at-most: 500", "mean-at-most: 600"]],
  ["a mean's bound dropped", ["twin-visit:", "{ mean-at-most: 500 }", "no-bound"]],
  ["a mean's bound made a row's", ["huimin-relief:", "mean-at-most: 3000", "to: 3000"]],
  ["a plan's total", ["education-relief:", "total: 450000", "total: 540000"]],
  ["a plan in 万元", ["union-relief:", "total: 650000", "total: 65"]],
  ["a plan's people", ["disabled-relief:", "people: 13000", "people: 1300"]],
];

/** @type {readonly Mutation[]} */
const DOCUMENT = [
  ["a quote altered", ["winter-warmth:", "标准为每人460元", "标准为每人461元"]],
  ["a word of a quote", ["twin-visit:", "结对居民区困难群众", "结对居民区困难家庭"]],
  ["another programme's quote", ["frontier-returnees:", RETURNEES, MEALS]],
  ["a quote cut before its sum", ["hundred-elders:", "，资助标准每人2000元", ""]],
  ["a clause beside", ["institution-festival:", "三(一)3", "三(一)2"]],
  ["a clause that there is not", ["huimin-relief:", "三(四)3", "三(四)5"]],
  ["the document's number", ["document:", "〔2022〕3号", "〔2022〕13号"]],
  ["the document's day", ["document:", "2022-12-19", "2022-12-32"]],
  ["the quote of an overlap", ["overlaps:", "避免重复走访慰问情况发生", "避免重复走访慰问的情况发生"]],
  ["the quote of a reading", ["readings:", "少重复", "不重复"]],
  ["a sentence that is not computed", ["not-computed:", "予以经费配套", "给予经费配套"]],
];

/** @type {readonly Mutation[]} */
const KEYS = [
  ["a key mistyped", ["winter-warmth:", "amount:", "amonut:"]],
  ["a kind of amount mistyped", ["general-festival:", "per-member:", "per-members:"]],
  ["a key left out", ["winter-warmth:", "    purpose: 御寒补助\n", ""]],
  ["a key twice", ["winter-warmth:", "unit: person", "unit: person\n    unit: household"]],
  ["indented wrongly", ["winter-warmth:", "    clause:", "   clause:"]],
  ["a tab", ["winter-warmth:", "    clause:", "\tclause:"]],
  ["a full-width colon", ["winter-warmth:", "unit: person", "unit：person"]],
  ["a full-width comma", ["winter-warmth:", "[特困供养, 御寒困难]", "[特困供养，御寒困难]"]],
  ["a programme dropped", ["\nprogrammes:", "  stranded-meals:…  frontier-returnees:", ""]],
  ["a programme's key altered", ["\nprogrammes:", "  twin-visit:", "  twins-visit:"]],
  ["a programme's name twice", ["street-visit:", "name: 街镇领导走访慰问", "name: 区领导走访慰问"]],
  ["a purpose too long for a bank", ["special-festival:", "purpose: 特殊对象补助", "purpose: 特殊对象节日补助金"]],
];

/** @type {readonly Mutation[]} */
const WHO = [
  ["a category left out", ["special-festival:", "[重残无业, 特困供养]", "[重残无业]"]],
  ["a category too many", ["winter-warmth:", "[特困供养, 御寒困难]", "[特困供养, 御寒困难, 低保]"]],
  ["another agency's category", ["special-festival:", "[重残无业, ", "[重残无业残疾人, "]],
  ["any made all", ["general-festival:", "eligible: { any:", "eligible: { all:"]],
  ["a category shut out", ["winter-warmth:", "御寒困难] }", "御寒困难], none: [重残无业] }"]],
  [
    "a category moved to another tier",
    ["highest-of:", ", 一户多残]", "]"],
    ["[低收入", "残疾人]", "残疾人, 一户多残]"],
  ],
  ["a tier dropped", ["highest-of:", "        - { any: [低收入及其他残疾人], flat: 300 }\n", ""]],
  ["all counted who live there", ["general-festival:", "{ all-but-granted: [special-festival] }", "all"]],
  ["all counted whom the list covers", ["general-festival:", "    counted:…    amount:", ""]],
  ["others not counted", ["general-festival:", "[special-festival] }", "[winter-warmth] }"]],
  ["a unit made a household", ["unemployed-festival:", "unit: person", "unit: household"]],
  ["a unit made a person", ["hardship-grant:", "unit: household", "unit: person"]],
  ["a number asked for", ["stranded-meals:", "    identity:…    eligible:", ""]],
  ["no number asked for", ["youth-visit:", "unit: person", "unit: person\n    identity: name"]],
  ["a refusal dropped", ["frontier-returnees:", "    refused-if:…    amount:", ""]],
  ["a word of a refusal", ["frontier-returnees:", "不合格, ", ""]],
  ["the column of a refusal", ["frontier-returnees:", "field: 复审结果", "field: 复审意见"]],
  ["a header of that column", ["fields:", "审核结果, ", ""]],
];

/** @type {readonly Mutation[]} */
const MONEY = [
  ["a fund swapped", ["veterans-festival:", "fund: 抚恤", "fund: 民政慰问"]],
  ["a fund swapped within an agency", ["special-festival:", "fund: 市区财政", "fund: 民政慰问"]],
  ["a fund mistyped", ["special-festival:", "fund: 市区财政", "fund: 市区财证"]],
  ["a fund's name", ["\nfunds:", "失业保险金", "失业保险基金"]],
  [
    "two funds' names swapped",
    ["\nfunds:", "区教育局专项经费", "区总工会专项经费"],
    ["  总工会:", "区总工会专项经费", "区教育局专项经费"],
  ],
  ["a payer dropped", ["leaders-visit:", "    payer: 民政\n", ""]],
  ["a payer swapped", ["party-visit:", "payer: 民政", "payer: 组织部"]],
  ["an agency swapped", ["unemployed-festival:", "agency: 人社", "agency: 民政"]],
  ["an agency's name", ["\nagencies:", "name: 区妇联", "name: 区妇女联合会"]],
  ["a channel made a visit", ["charity-relief:", "channel: bank", "channel: visit"]],
  ["a channel made the bank", ["street-visit:", "channel: visit", "channel: bank"]],
  ["goods made a service", ["gift-pack:", "goods:", "service:"]],
];

/** @type {readonly Mutation[]} */
const WORDS = [
  [
    "a synonym moved",
    ["  重残无业:", "      - 定期定量\n", ""],
    ["  特困供养:", "    written:\n", "    written:\n      - 定期定量\n"],
  ],
  [
    "a synonym moved within an agency",
    ["  困难教职工:", "      - 困难教师\n", ""],
    ["  困难学生:", "[", "[困难教师, "],
  ],
  ["a synonym dropped", ["  特困供养:", "      - 五保\n", ""]],
  ["a synonym mistyped", ["  重点优抚:", "农村籍退役士兵", "农村籍退伍士兵"]],
  ["a synonym claimed twice", ["  特困供养:", "written:\n", "written:\n      - 定补对象\n"]],
  ["a word that counts alone, anywhere", ["  低收入及其他残疾人:", "      - 残疾-其他", "      - 其他"]],
  ["a wider name made an exact one", ["  因病支出型贫困:", "    wider:", "    written-alone:"]],
  ["what is no category dropped", ["not-categories:", "  - 低保边缘\n  - 低保边缘家庭\n  - 低保边缘户\n", ""]],
  ["what is no category made one", ["  低保:", "written:\n", "written:\n      - 边缘户\n"]],
  ["a category's agency", ["  登记失业:", "agency: 人社", "agency: 民政"]],
  ["an agency of two dropped", ["  支援外地建设退休回沪:", "[民政, 人社]", "民政"]],
  ["a repeated category dropped", ["  低保残疾人:", "    echoes: 低保\n", ""]],
  ["a repeated category swapped", ["  重残无业残疾人:", "echoes: 重残无业", "echoes: 低保"]],
];

/** @type {readonly Mutation[]} */
const MEETINGS = [
  ["an overlap dropped", ["\noverlaps:", "\n  - at-most-one:…\n# 方案没有写明", " []\n"]],
  ["a programme of an overlap dropped", ["\noverlaps:", ", party-visit]", "]"]],
  ["an order swapped", ["\noverlaps:", "street-visit, twin-visit", "twin-visit, street-visit"]],
  ["an order turned round at its end", ["\noverlaps:", "twin-visit, party-visit", "party-visit, twin-visit"]],
  ["the highest kept instead of the first", ["\noverlaps:", "keep: first", "keep: highest"]],
  ["an overlap of persons", ["\noverlaps:", "per: household", "per: person"]],
  ["a name of an overlap mistyped", ["\noverlaps:", "street-visit", "street-vist"]],
  ["a programme twice in an order", ["\noverlaps:", "[leaders-visit, ", "[leaders-visit, party-visit, "]],
  [
    "a programme that shuts another out",
    [
      "\noverlaps:",
      "\n",
      "\n  - { granted: winter-warmth, shuts-out: [special-festival], per: person, quote: 少重复, because: 已享受 }\n",
    ],
  ],
  ["a pair not asked about", ["\nask:", "  unemployed-festival+special-festival:…  unemployed-festival+general", ""]],
  ["a pair of others", ["\nask:", "hundred-elders+elders-emergency", "hundred-elders+gift-pack"]],
  ["a pair mistyped", ["\nask:", "special-festival+institution", "special-festival+institutions"]],
  ["a reading removed", ["\nreadings:", "  - title: 走访慰问不重复…  - title: 一人享受几项", ""]],
  ["a reading's title", ["\nreadings:", "title: 残联的九类", "title: 残联的八类"]],
  ["a reading's programme mistyped", ["\nreadings:", "[disabled-relief]", "[disable-relief]"]],
];

/** Every mutation, by what it is about. @type {Readonly<Record<string, readonly Mutation[]>>} */
export const MUTATIONS = {
  sums: SUMS,
  "bounds and plans": BOUNDS,
  "the document": DOCUMENT,
  "keys and signs": KEYS,
  "who and how many": WHO,
  "whose money": MONEY,
  "words of the lists": WORDS,
  "programmes that meet": MEETINGS,
};
