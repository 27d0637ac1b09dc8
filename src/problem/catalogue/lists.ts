/** V0: problems of lists: header, columns, whose list it is, what its rows are. */
import { kind } from "../kind.ts";

/** Why one of two columns for one field was used. */
const WHY = {
  contents: ["它的内容才像", "its cells look like it"],
  word: ["它的列名更常用", "its header is the more usual one"],
  alike: ["两列写的一样", "both say the same"],
  none: [
    "两列写的不一样，看不出用哪一列，都没有使用",
    "they differ and nobody can tell which counts: neither was used",
  ],
} as const;

export const listKinds = {
  V001: kind(
    "error",
    "没有表头",
    () => [
      "找不到表头：没有一行写着“姓名”“身份证号”等列名",
      "no header: no row names columns such as 姓名 or 身份证号",
    ],
    () => [
      "在名单上方补一行列名（至少有“姓名”或“身份证号”，以及另外一列）后再算",
      "put a row of column names above the list (姓名 or 身份证号 and one more)",
    ],
  ),
  V002: kind<{ rows: number }>(
    "warning",
    "工作表没有表头",
    (p) => [`工作表没有表头，${p.rows} 行未读`, `the sheet has no header; ${p.rows} rows were not read`],
    () => [
      "如果是名单，补一行列名后重新运行；不是名单的，不用处理",
      "if it is a list, add a header row; else leave it",
    ],
    ["认可"],
  ),
  V003: kind<{ rows: number }>(
    "error",
    "名单类别不明",
    (p) => [
      `看不出这份名单是哪一类对象，${p.rows} 条暂不计入任何项目`,
      `nobody can tell which category this list is; its ${p.rows} entries count for no programme`,
    ],
    () => [
      "在工作表名、标题或文件名里写明部门和对象类别（如“民政 低保家庭”），或加一列“对象类别”",
      "say agency and category in the sheet's name, title or file name, or add a column 对象类别",
    ],
  ),
  V004: kind<{ agencies: string; where: string }>(
    "error",
    "名单归属不明",
    (p) => [
      `标题里有两个部门（${p.agencies}），分不清是谁的名单：${p.where}`,
      `two agencies (${p.agencies}) in one title; whose list it is cannot be told: ${p.where}`,
    ],
    () => [
      "标题只留来名单的一个部门，或在活动文件里写明",
      "leave the one agency that sends it, or say it in the campaign file",
    ],
  ),
  V005: kind<{ named: string; taken: string; words: string }>(
    "warning",
    "部门与类别不符",
    (p) => [
      `标题写的是“${p.named}”，类别“${p.words}”却是“${p.taken}”的，按“${p.taken}”的名单处理`,
      `the title names ${p.named}, but the category ${p.words} is ${p.taken}'s; read as ${p.taken}'s list`,
    ],
    () => ["核对名单由哪个部门提供，必要时改正标题", "check which agency sent it, and mend the title"],
    ["认可"],
  ),
  V006: kind<{ names: string; where: string }>(
    "error",
    "标题有两个类别",
    (p) => [
      `标题里有两个对象类别（${p.names}），又没有类别列：${p.where}`,
      `two categories (${p.names}) in one title and no category column: ${p.where}`,
    ],
    () => ["加一列“对象类别”，或分成两份名单", "add a column 对象类别, or make two lists of it"],
  ),
  V007: kind<{ field: string; columns: string; used: string; why: "contents" | "word" | "alike" | "none" }>(
    "warning",
    "两列同义",
    (p) => [
      `有两列都像“${p.field}”：${p.columns}；${p.used === "" ? WHY[p.why][0] : `用了 ${p.used}，${WHY[p.why][0]}`}`,
      `two columns look like ${p.field}: ${p.columns}; ${p.used === "" ? WHY[p.why][1] : `${p.used} was used, ${WHY[p.why][1]}`}`,
    ],
    () => ["只留一列，或把另一列改名", "leave one, or give the other another name"],
    ["认可"],
  ),
  V008: kind<{ header: string; near: string }>(
    "notice",
    "列名不认识",
    (p) => [
      `列“${p.header}”不认识，未使用${p.near === "" ? "" : `；相近的列名：${p.near}`}`,
      `column ${p.header} is not known and was not used${p.near === "" ? "" : `; near names: ${p.near}`}`,
    ],
    () => ["如果这一列有用，改成相近的列名", "if the column matters, give it one of the near names"],
  ),
  V009: kind<{ header: string; field: string }>(
    "warning",
    "凭内容认列",
    (p) => [
      `列“${p.header}”里都是${p.field}，按“${p.field}”读取`,
      `column ${p.header} plainly holds ${p.field} and was read as such`,
    ],
    () => ["核对后把列名改对，或在活动文件里写明", "if it is so, mend the header or say it in the campaign file"],
    ["认可"],
  ),
  V010: kind<{ written: string; category: string }>(
    "warning",
    "类别范围较宽",
    (p) => [
      `“${p.written}”比本方案的“${p.category}”范围宽，按“${p.category}”处理`,
      `${p.written} is wider than the plan's ${p.category}; read as ${p.category}`,
    ],
    () => [
      "请来名单的单位确认这些对象都属于方案所写的范围",
      "ask the sender whether all of them fall under the plan's words",
    ],
    ["认可"],
  ),
  V011: kind<{ cell: string; taken: string; rows: number }>(
    "warning",
    "类别不认识",
    (p) => [
      `类别“${p.cell}”不认识（${p.rows} 行），按名单的类别“${p.taken}”处理`,
      `category ${p.cell} is not known (${p.rows} rows); the list's category ${p.taken} was taken`,
    ],
    () => ["改成本方案的对象类别，或确认就是名单的类别", "write a category of the plan, or confirm the list's"],
    ["认可", "不予"],
  ),
  V012: kind<{ cell: string; none: boolean }>(
    "error",
    "没有类别",
    (p) => {
      if (p.cell === "") return ["这一行没有对象类别，未计入", "this row has no category and was rejected"];
      return p.none
        ? [`“${p.cell}”不是本方案的对象，这一行未计入`, `${p.cell} is nobody of this plan; the row was rejected`]
        : [`类别“${p.cell}”不认识，这一行未计入`, `category ${p.cell} is not known; the row was rejected`];
    },
    () => ["补上或改正对象类别后重新运行", "fill in or mend the category and run again"],
  ),
  V013: kind<{ header: string; field: string; holds: string }>(
    "warning",
    "列名与内容不符",
    (p) => [
      `列名是“${p.header}”，里面却是${p.holds}，没有当作“${p.field}”使用`,
      `the column is headed ${p.header} but holds ${p.holds}; it was not used as ${p.field}`,
    ],
    () => [
      "核对是不是贴错了列，改正列名或内容后重新运行",
      "see whether columns were mixed up; mend header or cells and run again",
    ],
    ["认可"],
  ),
  V014: kind<{ rows: number }>(
    "notice",
    "隐藏的行",
    (p) => [`有 ${p.rows} 行是隐藏的，已照常读取`, `${p.rows} hidden rows were read like the others`],
    () => ["如果是有意隐藏的无关行，请删去", "if they were hidden because they do not belong, delete them"],
  ),
  V015: kind<{ cells: number; what: string; whatEn: string }>(
    "notice",
    "已整理的单元格",
    (p) => [`${p.cells} 个单元格已整理：${p.what}`, `${p.cells} cells were tidied: ${p.whatEn}`],
    () => ["无需处理", "nothing to do"],
  ),
  V016: kind<{ cell: string; names: string }>(
    "warning",
    "一格两类",
    (p) => [
      `类别“${p.cell}”里有几个类别，都按有处理：${p.names}`,
      `${p.cell} names several categories, all were taken: ${p.names}`,
    ],
    () => ["几个类别之间用顿号隔开，或删去不属于的", "put 、 between them, or delete what does not belong"],
    ["认可", "不予"],
  ),
  V017: kind<{ cell: string; known: string; unknown: string }>(
    "warning",
    "类别只认得一部分",
    (p) => [
      `类别“${p.cell}”里“${p.unknown}”不认识，按“${p.known}”处理`,
      `of the category ${p.cell}, ${p.unknown} is not known; read as ${p.known}`,
    ],
    () => [
      "改成本方案的对象类别，或确认另一部分与本方案无关",
      "write categories of the plan, or confirm that the rest does not matter",
    ],
    ["认可", "不予"],
  ),
  V018: kind<{ columns: string }>(
    "notice",
    "隐藏的列",
    (p) => [`有隐藏的列，已照常读取：${p.columns}`, `hidden columns were read like the others: ${p.columns}`],
    () => ["如果是有意隐藏的无关列，请删去", "if they were hidden because they do not belong, delete them"],
  ),
  V019: kind<{ field: string; columns: string }>(
    "error",
    "认不出是谁的名单",
    (p) => [
      `${p.field}有几列，内容不同：${p.columns}；看不出名单说的是哪一列的人，整份暂不计入任何项目`,
      `several columns are ${p.field} and differ: ${p.columns}; nobody can tell whom the list is about, so it counts for no programme`,
    ],
    () => [
      "左右并排的两份名单改成上下两份；一行写几个人的改成一人一行；或在活动文件里写明哪一列是对象",
      "put lists that stand side by side below each other, give each person a row, or name the column in the campaign file",
    ],
  ),
  V020: kind<{ row: string }>(
    "warning",
    "看不懂的行",
    (p) => [
      `这一行没有姓名也没有身份证号，未计入：${p.row}`,
      `neither name nor ID number; the row was rejected: ${p.row}`,
    ],
    () => [
      "是对象的，补上姓名和身份证号；不是的，不用处理",
      "if it is a person, fill in name and number; else leave it",
    ],
    ["认可"],
  ),
  V021: kind<{ row: string }>(
    "error",
    "没有姓名和身份证号",
    (p) => [
      `这一行有内容，却没有姓名也没有身份证号，未计入：${p.row}`,
      `the row is filled in but has neither name nor ID number; it was rejected: ${p.row}`,
    ],
    () => [
      "补上姓名和身份证号后重新运行；不是对象的，删去这一行",
      "fill in name and number; if it is nobody, delete the row",
    ],
  ),
  V022: kind<{ stated: string; counted: string; rows: number; unread: number }>(
    "warning",
    "合计不符",
    (p) => [
      `合计写的是 ${p.stated}，${p.rows} 条算下来是 ${p.counted}${p.unread > 0 ? `（其中 ${p.unread} 条的金额看不懂，没有算进去）` : ""}`,
      `the total says ${p.stated}, the ${p.rows} rows give ${p.counted}${p.unread > 0 ? ` (${p.unread} of them state a sum that cannot be read)` : ""}`,
    ],
    () => [
      "与来名单的单位核对：是漏了人、多了人，还是合计没有更新",
      "ask the sender whether rows are missing or the total is out of date",
    ],
    ["认可"],
  ),
  V023: kind<{ cells: number; columns: string }>(
    "notice",
    "合并单元格",
    (p) => [
      `合并单元格已按它盖着的每一行读取（${p.cells} 格）：${p.columns}`,
      `merged cells were read in each row that they cover (${p.cells} cells): ${p.columns}`,
    ],
    () => ["无需处理", "nothing to do"],
  ),
  V024: kind<{ text: string; first: number; last: number }>(
    "warning",
    "合并的金额只算一次",
    (p) => [
      `金额“${p.text}”合并了第 ${p.first}–${p.last} 行，只算一次，记在第 ${p.first} 行`,
      `the sum ${p.text} is merged over rows ${p.first} to ${p.last}; it counts once, in row ${p.first}`,
    ],
    () => [
      "如果每人各有这个金额，取消合并，每行填写",
      "if each person has this sum, unmerge the cell and fill in each row",
    ],
    ["认可"],
  ),
  V025: kind<{ text: string; first: number; last: number }>(
    "error",
    "姓名或身份证号合并了几行",
    (p) => [
      `“${p.text}”合并了第 ${p.first}–${p.last} 行，只有第 ${p.first} 行算作这个人，其余各行看不出是谁`,
      `${p.text} is merged over rows ${p.first} to ${p.last}; only row ${p.first} is this person, nobody can tell who the others are`,
    ],
    () => [
      "取消合并，每一行填上姓名和身份证号；同一个人的，并成一行",
      "unmerge it and fill in name and number in each row; make one row of the same person",
    ],
  ),
  V026: kind<{ lists: number; where: string }>(
    "notice",
    "一张工作表几份名单",
    (p) => [`这张工作表按 ${p.lists} 份名单读取：${p.where}`, `the sheet was read as ${p.lists} lists: ${p.where}`],
    () => [
      "核对分得对不对；不对的，把几份名单分到几张工作表",
      "see whether they were told apart rightly; else give each its own sheet",
    ],
  ),
  V027: kind<{ rows: number }>(
    "warning",
    "公式没有结果",
    (p) => [
      `${p.rows} 格是公式，文件里没有存下计算结果，当作空格`,
      `${p.rows} cells are formulas without a stored result; taken as empty`,
    ],
    () => [
      "用 Excel 或 WPS 打开，等它算完后另存；或把这一列复制后“粘贴为数值”",
      "open it in Excel or WPS, let it calculate and save it; or paste the column as values",
    ],
    ["认可"],
  ),
  V028: kind<{ text: string; rows: number }>(
    "warning",
    "单元格是错误值",
    (p) => [`${p.rows} 格是错误值（${p.text}），当作空格`, `${p.rows} cells are errors (${p.text}); taken as empty`],
    () => ["向来名单的单位要原来的值，填上后重新运行", "ask the sender for the value, fill it in and run again"],
    ["认可"],
  ),
  V029: kind<{ rows: number; households: number }>(
    "warning",
    "按次序分户",
    (p) => [
      `${p.rows} 行没有户编号和户主身份证号，按“户主在前、成员随后”的次序并入 ${p.households} 户`,
      `${p.rows} rows without household number were put into ${p.households} households by their order: head first, members below`,
    ],
    () => [
      "核对这些户；最好补上户编号或户主身份证号",
      "see whether it is right; better fill in the household's or the head's number",
    ],
    ["认可"],
  ),
  V030: kind<{ rows: number }>(
    "warning",
    "看不出是哪一户",
    (p) => [
      `${p.rows} 行是户内成员，没有户编号和户主身份证号，看不出是哪一户，各按一户计算`,
      `${p.rows} rows are members of a household that nobody can tell; each counts as a household of its own`,
    ],
    () => ["补上户编号或户主身份证号后重新运行", "fill in the household's or the head's number and run again"],
    ["认可"],
  ),
} as const;
