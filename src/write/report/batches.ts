/** 按代发批次: each payment file, each signature sheet, each transfer, with its totals. */
import { isMoney } from "../words.ts";
import { body, type Table, type TableRow, total } from "../workbook/table.ts";
import type { Reported } from "./reported.ts";

/** Everything that goes out in this run, by the file it goes out with. */
export function batchSheet({ paths, slices, count: countSlices, countOf: count }: Reported): Table {
  const batches: TableRow[] = [...paths.batchPaths].map(([b, file]) => {
    const { households, people, times } = count(b.payments.flatMap((p) => p.grants));
    const lines = b.payments.length;
    return body("代发文件", b.number, b.payer, b.fund, b.bank, lines, households, people, times, b.total, file);
  });
  const sheets: TableRow[] = [...paths.sheetPaths].map(([s, file]) => {
    const { households, people, times } = count(s.grants);
    const sheetName = `${s.programme.name}（${s.street}）`;
    const paid = s.programme.amount.kind === "goods" ? "实物" : s.total;
    const { payer, fund } = s.programme;
    return body("签领表", sheetName, payer, fund, "", s.grants.length, households, people, times, paid, file);
  });
  const transfers: TableRow[] = [...paths.transferPaths].map(([t, file]) => {
    const { households, people, times } = count(t.grants);
    return body("移送", "", t.payer, "", "", t.grants.length, households, people, times, t.total, file);
  });
  // Everything that is granted goes out in one of them, but for services (law 3).
  const out = slices.filter(({ result, programme }) => result === "granted" && programme.channel !== "service");
  const all = countSlices(out);
  const paid = countSlices(out.filter(({ programme }) => isMoney(programme))).amount;
  return {
    name: "按代发批次",
    title: "按代发批次汇总",
    notes: ["笔数是文件里的行数；一个账号一个项目一笔，一笔可以有几个人次。"],
    columns: [
      { title: "种类", kind: "text", width: 10 },
      { title: "批次", kind: "text", width: 26 },
      { title: "发放主体", kind: "text", width: 22 },
      { title: "资金来源", kind: "text", width: 22 },
      { title: "银行", kind: "text", width: 16 },
      { title: "笔数", kind: "count", width: 8 },
      { title: "户数", kind: "count", width: 8 },
      { title: "人数", kind: "count", width: 8 },
      { title: "人次", kind: "count", width: 8 },
      { title: "金额(元)", kind: "yuan", width: 16 },
      { title: "文件", kind: "text", width: 46 },
    ],
    rows: [...batches, ...sheets, ...transfers],
    tail: [total("合计", "", "", "", "", null, all.households, all.people, all.times, paid, "")],
    allIn: "数据/代发明细.csv",
    landscape: true,
  };
}
