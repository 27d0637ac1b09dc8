import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { onlyList, readAs, rowsOf, said } from "./say.ts";

const listOf = (page: string) => onlyList(readAs("名单.xls", Buffer.from(page)));
const rows = (page: string) => rowsOf(listOf(page));
const table = (inside: string) => `<html><body><table>${inside}</table></body></html>`;

describe("a web page called .xls", () => {
  it("is a list whose numbers keep all their digits", () => {
    expect(
      rows(
        table(
          "<tr><th>姓名</th><th>身份证号</th><th>金额</th></tr>" +
            '<tr><td>张三</td><td style="mso-number-format:\'\\@\'">310198194912310018</td><td x:num="700.5">700.50</td></tr>',
        ),
      ),
    ).toEqual(["1 姓名|身份证号|金额 ttt", "2 张三|310198194912310018|700.50 ttt"]);
  });

  it.each([
    ["layout of the page is one space, and none at the ends", "\n   张\n   三  ", "张 三"],
    ["a broken line is two", "一弄<br>二号<BR/>三室", "一弄\n二号\n三室"],
    ["formats are no text", "<font color='red'><b>张</b>三</font>", "张三"],
    ["entities", "&#24352;&#x4e09;&middot;&lt;A&amp;B&gt;&yen;5&nbsp;&unknown;", "张三·<A&B>¥5 &unknown;"],
    ["a < that begins no tag", "年龄<60，>50", "年龄<60，>50"],
    ["a > within quotes", "<a title=\"a>b\" href='c>d'>张三</a>", "张三"],
    ["a quote too many", '<a title="a>张三</a>', "张三"],
    ["comments and scripts", "张<!-- <td> --><script>if (a<b) '</td>'</script>三", "张三"],
  ])("%s", (_, inside, text) => {
    expect(rows(table(`<tr><td>${inside}</td></tr>`))).toEqual([`1 ${text} t`]);
  });

  it("empty cells are gaps, empty rows too; end tags may be left out", () => {
    expect(rows(table("<tr><td>&nbsp;<td>甲<tr><td><td><TR><TD>乙<td>&#160;"))).toEqual(["1 |甲 -t", "3 乙 t"]);
  });

  it("merged cells push those beside them aside", () => {
    const list = listOf(
      table(
        "<tr><td rowspan=2>户</td><td colspan='2'>成员</td><td>后</td></tr><tr><td>甲</td><td rowspan=\"2\">乙</td></tr><tr><td>丙</td><td>丁</td></tr>",
      ),
    );
    expect(rowsOf(list)).toEqual(["1 户|成员||后 tt-t", "2 |甲|乙 -tt", "3 丙|丁 tt"]);
    expect(list.merged).toEqual([
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
      { top: 2, left: 3, bottom: 3, right: 3 },
    ]);
  });

  it("a row that is not shown is hidden", () => {
    expect(rows(table("<tr style='height:0;display:none'><td>甲</td></tr><tr><td>乙</td></tr>"))).toEqual([
      "1 甲 t hidden",
      "2 乙 t",
    ]);
  });

  it("lines above, between and below tables are rows, and tables stand one below the other", () => {
    expect(
      rows(
        "<html><head><title>系统导出</title><style>td{color:red}</style></head><body><h1>低保名单</h1>2023年1月<br>单位：元" +
          "<table><caption>第一片</caption><tr><td>甲</td></tr></table><p>以下新增</p><table><tr><td>乙</td><td>丙</td></tr></table>填表人：张三</body></html>",
      ),
    ).toEqual([
      "1 低保名单 t",
      "2 2023年1月 t",
      "3 单位：元 t",
      "4 第一片 t",
      "5 甲 t",
      "6 以下新增 t",
      "7 乙|丙 tt",
      "8 填表人：张三 t",
    ]);
  });

  it("a table around the list is layout", () => {
    expect(
      rows(
        table(
          "<tr><td rowspan=9>左栏</td><td><table><tr><td>姓名</td><td>金额</td></tr><tr><td>张三</td><td>700</td></tr></table></td></tr>",
        ),
      ),
    ).toEqual(["1 左栏 t", "2 姓名|金额 tt", "3 张三|700 tt"]);
  });

  it("has the name that Excel gave its sheet", () => {
    const excel =
      "<!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>低保&amp;特困</x:Name></x:ExcelWorksheet></xml><![endif]-->";
    expect(listOf(`<html><head>${excel}</head><body><table><tr><td>甲</td></tr></table></body></html>`).sheet).toBe(
      "低保&特困",
    );
    expect(listOf(table("<tr><td>甲</td></tr>")).sheet).toBe("");
  });

  it("is read in GBK, whatever it says", () => {
    const name = Buffer.from("d5c5c8fd", "hex");
    const page = Buffer.concat([
      Buffer.from("<html><meta charset=utf-8><table><tr><td>"),
      name,
      Buffer.from("</td></tr></table>"),
    ]);
    expect(rowsOf(onlyList(readAs("名单.xls", page)))).toEqual(["1 张三 t"]);
  });

  it("without a table is refused", () => {
    const [problem] = readAs(
      "名单.xls",
      Buffer.from("<html><frameset><frame src='sheet001.htm'></frameset></html>"),
    ).problems;
    expect(problem === undefined ? "" : messageOf(problem).zh).toBe("文件读不出：网页里没有表格");
  });

  it.each([
    ["spans beyond all bounds", "<tr><td colspan=999999999 rowspan=999999999>甲<td>乙"],
    ["many spans over many rows", `<tr>${"<td rowspan=999999999>".repeat(16_000)}${"<tr><td>".repeat(8000)}`],
  ])("%s are refused", (_, inside) => {
    expect(said(readAs("名单.xls", Buffer.from(table(inside))))).toEqual(["refused", "R105"]);
  });

  it("of tags that never end takes no time that grows with their square", () => {
    const page = `<table><tr><td>甲${'<a"'.repeat(400_000)}`;
    expect(said(readAs("名单.xls", Buffer.from(page)))).toEqual(["refused", "R105"]);
  });
});
