/** R: problems of reading files. */
import { kind } from "../kind.ts";

export const readKinds = {
  R101: kind<{ why: string; whyEn: string }>(
    "error",
    "文件读不出",
    (p) => [`文件读不出：${p.why}`, `the file cannot be read: ${p.whyEn}`],
    () => [
      "用 Excel 或 WPS 打开该文件，另存为 .xlsx 后再算；打不开的，请发来名单的单位重新发送",
      "open it in Excel or WPS and save it as .xlsx; if it does not open, ask the sender to send it again",
    ],
  ),
  R102: kind<{ path: string }>(
    "error",
    "找不到文件",
    (p) => [`找不到文件或文件夹：${p.path}`, `no such file or folder: ${p.path}`],
    () => ["核对名称和位置后重新运行", "check the name and the folder, and run again"],
  ),
  R103: kind<{ format: string }>(
    "error",
    "格式不支持",
    (p) => [`这是 ${p.format} 文件，不能直接读取`, `this is a ${p.format} file, which is not read`],
    () => ["用 Excel 或 WPS 打开，另存为 .xlsx 后再算", "open it in Excel or WPS and save it as .xlsx"],
  ),
  R104: kind(
    "error",
    "文件有密码",
    () => ["文件有打开密码，读不出", "the file is protected by a password"],
    () => ["向来名单的单位要无密码的文件，或取消密码后另存", "ask for a file without password, or remove it and save"],
  ),
  R105: kind<{ what: string; whatEn: string; limit: string; found: string }>(
    "error",
    "超过上限",
    (p) => [
      `${p.what}超过上限：最多 ${p.limit}，实际 ${p.found}`,
      `${p.whatEn} over the limit: at most ${p.limit}, found ${p.found}`,
    ],
    () => [
      "确认文件是否正常；名单确实这么大的，另存为 .xlsx 或拆成几个文件",
      "check that the file is what it should be; if the list really is that large, save it as .xlsx or split it",
    ],
  ),
  R106: kind<{ path: string; passed: string; passedEn: string }>(
    "error",
    "没有名单",
    (p) => [
      `文件夹里没有名单：${p.path}${p.passed === "" ? "" : `（跳过：${p.passed}）`}`,
      `the folder holds no list: ${p.path}${p.passedEn === "" ? "" : ` (passed over: ${p.passedEn})`}`,
    ],
    () => [
      "把各部门的名单（.xlsx、.xls、.et、.ods、.csv、.txt）放进去再运行",
      "put the agencies' lists (.xlsx, .xls, .et, .ods, .csv, .txt) into it and run again",
    ],
  ),
  R107: kind<{ what: string; whatEn: string }>(
    "error",
    "不是表格",
    (p) => [`指定的文件不是名单表格，而是${p.what}`, `the file that was named is no list but ${p.whatEn}`],
    () => ["请来名单的单位改用 .xlsx 发送", "ask the sender for an .xlsx file"],
  ),
  R108: kind<{ why: string; whyEn: string }>(
    "error",
    "文件打不开",
    (p) => [`文件打不开：${p.why}`, `the file cannot be opened: ${p.whyEn}`],
    () => [
      "在 Excel 或 WPS 中关闭该文件，确认它还在原处、有权读取，再重新运行",
      "close it in Excel or WPS, check that it is still there and that you may read it, and run again",
    ],
  ),
  R201: kind<{ what: string; whatEn: string }>(
    "notice",
    "跳过的文件",
    (p) => [`跳过：${p.what.trim()}`, `passed over: ${p.whatEn}`],
    () => ["如果它是名单，请另存为 .xlsx 或 .csv", "if it is a list, save it as .xlsx or .csv"],
  ),
  R202: kind<{ name: string; other: string }>(
    "notice",
    "同一文件",
    (p) => [
      p.name === p.other ? `${p.name} 给了两次，只读一次` : `${p.name} 与 ${p.other} 是同一个文件，只读一次`,
      p.name === p.other ? `${p.name} was given twice; read once` : `${p.name} and ${p.other} are one file; read once`,
    ],
    () => ["无需处理", "nothing to do"],
  ),
  R203: kind(
    "notice",
    "空工作表",
    () => ["空工作表，跳过", "an empty sheet, skipped"],
    () => ["无需处理", "nothing to do"],
  ),
  R204: kind(
    "notice",
    "模板的填表说明",
    () => ["模板自带的填表说明，不作名单读", "the sheet of a blank list that explains it; it was not read"],
    () => ["无需处理", "nothing to do"],
  ),
  R301: kind<{ name: string; other: string }>(
    "warning",
    "内容相同的文件",
    (p) => [
      `${p.name} 与 ${p.other} 内容完全相同，两份都读了，同一人同一项目只算一次`,
      `${p.name} and ${p.other} have the same content; both were read, nobody counts twice for a programme`,
    ],
    () => ["确认是否重复提供；多余的一份移出文件夹", "check whether it was sent twice, and take one copy away"],
  ),
  R311: kind<{ copy: string }>(
    "notice",
    "已由修改件替代",
    (p) => [`这份名单已有退回修改件 ${p.copy}，读修改件，不读这一份`, `its corrected copy ${p.copy} was read instead`],
    () => ["无需处理", "nothing to do"],
  ),
  R312: kind<{ original: string; rival: string }>(
    "error",
    "两份修改件",
    (p) => [
      `与 ${p.rival} 都是 ${p.original} 的修改件，内容不同，分不清以哪一份为准，两份都没有读`,
      `this and ${p.rival} are both corrected copies of ${p.original} and differ; neither was read`,
    ],
    () => [
      "问清以哪一份为准，另一份移出文件夹后重新运行",
      "find out which one counts, take the other away and run again",
    ],
  ),
  R313: kind<{ copy: string }>(
    "warning",
    "原名单又改动过",
    (p) => [
      `这份名单的修改件 ${p.copy} 也在，但这一份在退回之后又改动过，两份都读了`,
      `its corrected copy ${p.copy} is here too, but this file was changed after the copy was made; both were read`,
    ],
    () => ["以修改件为准的，把这一份移出文件夹；以这一份为准的，把修改件移出", "take away the one that does not count"],
  ),
  R314: kind<{ sheet: string; cell: string; fault: string; answer: string }>(
    "warning",
    "报送单位有答复",
    (p) => [
      `报送单位对 ${p.sheet} ${p.cell} 的问题（${p.fault}）答复：“${p.answer}”`,
      `the sender answers about ${p.sheet} ${p.cell} (${p.fault}): ${p.answer}`,
    ],
    () => [
      "看答复是否成立；成立的，在核实结论里对那一个问题写结论，并在修改件里删去这句答复",
      "if it holds, write the decision about that problem into 核实结论.xlsx, and take the answer out of the copy",
    ],
  ),
} as const;
