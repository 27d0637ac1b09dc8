/** Households as lists state them: by head, by number, across agencies; clashes within one agency. */
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { codes, idOf, list, places, problems, season, verdict } from "../say.ts";

const HEADER = ["姓名", "身份证号", "户编号", "户主身份证号", "与户主关系", "账号"];
const id = Object.fromEntries(
  ["张三", "李四", "王五", "赵六", "孙七", "周八"].map((name, at) => [name, idOf("19600101", at + 1)]),
);

/** A row: name, household number, head's name, relation. */
function row(name: string, number = "", head = "", relation = ""): readonly string[] {
  return [name, id[name] ?? "", number, head === "" ? "" : (id[head] ?? ""), relation, ""];
}

/** The households: the head first, then the others in the order of the names above. */
function households(lists: readonly InputFile[]): readonly string[] {
  const names = Object.keys(id);
  return season(lists)
    .register.households.map(({ head, members }) => {
      const others = members.filter((m) => m !== head).map((m) => m.name);
      return [head.name, ...others.sort((a, b) => names.indexOf(a) - names.indexOf(b))].join("+");
    })
    .sort();
}

describe("rows are of one household", () => {
  it("by the same head's number, in any list", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "", "张三"), row("李四", "", "张三")]),
      list("残联 低保.xlsx", HEADER, [row("王五", "", "张三")]),
    ];
    expect(households(lists)).toEqual(["张三+李四+王五"]);
  });

  it("by the same household number, in the lists of one agency", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "D1", "", "户主"), row("李四", "D1", "", "配偶")]),
      list("民政 重残无业.xlsx", HEADER, [row("王五", "D1")]),
    ];
    expect(households(lists)).toEqual(["张三+李四+王五"]);
  });

  it("not by the same number in the lists of two agencies", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "1", "", "户主"), row("李四", "1", "", "配偶")]),
      list("残联 孤残.xlsx", HEADER, [row("王五", "1"), row("赵六", "1")]),
    ];
    expect(households(lists)).toEqual(["张三+李四", "王五+赵六"]);
  });

  it("never by 序号", () => {
    const header = ["序号", "姓名", "身份证号"];
    const lists = [
      list("民政 低保.xlsx", header, [
        ["1", "张三", id["张三"] ?? ""],
        ["1", "李四", id["李四"] ?? ""],
      ]),
    ];
    expect(households(lists)).toEqual(["张三", "李四"]);
  });

  it("by the same head, whatever their numbers", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "D1", "", "户主"), row("李四", "D1", "", "配偶")]),
      list("民政 支出型贫困.xlsx", HEADER, [row("张三", "Z9", "", "户主"), row("王五", "Z9", "", "子")]),
    ];
    expect(households(lists)).toEqual(["张三+李四+王五"]);
  });

  it("a household of one agency and one of another that share a person", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "D1", "", "户主"), row("李四", "D1", "", "配偶")]),
      list("残联 低保.xlsx", HEADER, [row("李四", "7", "", "户主"), row("王五", "7", "", "子")]),
    ];
    const { register } = season(lists);
    expect(register.households.length).toBe(1);
    expect(register.households[0]?.members.map((m) => m.name).sort()).toEqual(["张三", "李四", "王五"].sort());
  });

  it("a list that only names the head of another agency's household states none of its own", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "", "张三", "户主"), row("李四", "", "张三", "配偶")]),
      list("残联 低保.xlsx", HEADER, [row("张三"), row("李四", "7", "", "户主"), row("王五", "7", "", "子")]),
    ];
    expect(households(lists)).toEqual(["张三+李四+王五"]);
    expect(codes(season(lists))).not.toContain("J106");
  });

  it("the head belongs to the household by a row that names none", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("李四", "", "张三"), row("王五", "", "张三")]),
      list("民政 御寒困难.xlsx", ["姓名", "身份证号"], [["张三", id["张三"] ?? ""]]),
    ];
    expect(households(lists)).toEqual(["张三+李四+王五"]);
  });

  it("nobody's: a household of one", () => {
    expect(households([list("人社 登记失业.xlsx", HEADER, [row("张三"), row("李四")])])).toEqual(["张三", "李四"]);
  });
});

describe("the head is", () => {
  it.each([
    ["the row that says 户主", [row("张三", "1", "", "之妻"), row("李四", "1", "", "户主")], "李四"],
    ["the row that says 本人", [row("张三", "1", "", "之子"), row("李四", "1", "", "本人")], "李四"],
    ["else whose number is the head's number", [row("张三", "1", "李四"), row("李四", "1", "李四")], "李四"],
    ["else the first row", [row("张三", "1"), row("李四", "1")], "张三"],
  ])("%s", (_, rows, head) => {
    const { register } = season([list("民政 低保.xlsx", HEADER, rows)]);
    expect(register.households.map((h) => h.head.name)).toEqual([head]);
  });
});

describe("one person in two households", () => {
  const clash = [
    list("民政 低保.xlsx", HEADER, [
      row("张三", "1", "", "户主"),
      row("王五", "1", "", "子"),
      row("李四", "2", "", "户主"),
      row("王五", "2", "", "子"),
      row("赵六", "3", "", "户主"),
    ]),
  ];

  it("that lists of one agency state: both are held, the others go on", () => {
    const outcome = season(clash);
    expect(verdict(outcome, "general-festival", "张三")).toBe("held 800.00 J104");
    expect(verdict(outcome, "general-festival", "李四")).toBe("held 800.00 J104");
    expect(verdict(outcome, "general-festival", "赵六")).toMatch(/^payment 700\.00 P101$/);
    expect(problems(outcome, "J104")[0]?.params).toMatchObject({ name: "王五", heads: "张三、李四" });
  });

  it("the problem stands at the person's rows and at both heads'", () => {
    const at = (n: number) => `民政 低保.xlsx!Sheet1!${n} 身份证号(B)`;
    expect(places(season(clash), "J104")).toEqual([[at(3), at(5), at(2), at(4)].join(", ")]);
  });

  it("the problem stands where the households are stated, not on other lists of these people", () => {
    const stated = list("民政 低保.xlsx", HEADER, [
      row("张三", "", "张三", "户主"),
      row("王五", "", "张三", "子"),
      row("李四", "", "李四", "户主"),
      row("王五", "", "李四", "子"),
    ]);
    const visits = list(
      "01 双结对.xlsx",
      ["姓名", "身份证号", "金额"],
      ["张三", "李四", "王五"].map((name) => [name, id[name] ?? "", "500"]),
    );
    const at = (n: number) => `民政 低保.xlsx!Sheet1!${n} 身份证号(B)`;
    expect(places(season([stated, visits]), "J104")).toEqual([[at(3), at(5), at(2), at(4)].join(", ")]);
  });

  it("the problem stands at every row that puts the person into one of them", () => {
    const more = list("民政 支出型贫困.xlsx", HEADER, [row("张三", "Z1", "", "户主"), row("王五", "Z1", "", "子")]);
    const at = (n: number) => `民政 低保.xlsx!Sheet1!${n} 身份证号(B)`;
    expect(places(season([...clash, more]), "J104")).toEqual([
      [at(3), "民政 支出型贫困.xlsx!Sheet1!3 身份证号(B)", at(5), at(2), at(4)].join(", "),
    ]);
  });

  it("one of which is known from another list too: what rests on that list is held as well", () => {
    const huimin = list(
      "惠民服务社 惠民帮扶.xlsx",
      ["姓名", "身份证号", "金额", "账号"],
      [["王五", id["王五"] ?? "", "2000", "880000000001"]],
    );
    const outcome = season([...clash, huimin]);
    expect(
      outcome.disbursement.entitlements
        .filter((e) => e.programme.id === "huimin-relief")
        .map((e) => [e.result, e.reasons[0]?.code]),
    ).toEqual([["held", "J104"]]);
  });

  it("that nobody stated cannot clash", () => {
    const outcome = season([list("民政 低保.xlsx", HEADER, [row("张三"), row("张三")])]);
    expect(codes(outcome)).not.toContain("J104");
  });
});

describe("two lists of one agency that each count from 1", () => {
  it("make two households of one number where heads differ and nobody is shared, and it is said", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [row("张三", "1", "", "户主"), row("李四", "1", "", "配偶")]),
      list("民政 支出型贫困.xlsx", HEADER, [row("王五", "1", "", "户主"), row("赵六", "1", "", "配偶")]),
    ];
    expect(households(lists)).toEqual(["张三+李四", "王五+赵六"]);
    expect(problems(season(lists), "J105")[0]?.params).toMatchObject({ number: "1", heads: "张三、王五" });
  });
});

describe("agencies that tie two households of one agency together", () => {
  it("nothing is joined, and it is said", () => {
    const lists = [
      list("民政 低保.xlsx", HEADER, [
        row("张三", "1", "", "户主"),
        row("李四", "1"),
        row("王五", "2", "", "户主"),
        row("赵六", "2"),
      ]),
      list("残联 低保.xlsx", HEADER, [row("李四", "9", "", "户主"), row("王五", "9")]),
    ];
    const outcome = season(lists);
    expect(verdict(outcome, "general-festival", "张三")).toContain("800.00");
    expect(verdict(outcome, "general-festival", "王五")).toContain("800.00");
    expect(codes(outcome)).toContain("J106");
  });
});
