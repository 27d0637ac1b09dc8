/** 待核实.xlsx and 核实结论.xlsx: the same columns, so that a row can be filled in where it stands or copied over. */

/** The columns in their order; the last four are the office's to fill in. */
export const SETTLING_COLUMNS = [
  "编号",
  "问题",
  "身份证号",
  "姓名",
  "另一身份证号",
  "内容",
  "文件",
  "工作表",
  "行",
  "暂缓金额",
  "结论",
  "理由",
  "核实人",
  "日期",
] as const;

/** One column of 待核实.xlsx. */
export type SettlingColumn = (typeof SETTLING_COLUMNS)[number];

/** The sheet of 待核实.xlsx that holds the rows; its other sheet explains. */
export const SETTLING_SHEET = "待核实";
