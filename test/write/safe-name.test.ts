import { describe, expect, it } from "vitest";
import { Paths, safeName } from "../../src/write/safe-name.ts";

describe("a name as a part of a path", () => {
  it.each([
    ["市、区财政(原渠道)", "市、区财政(原渠道)"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ['a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"],
    ["a\u0000b\u001fc", "a_b_c"],
    ["发票\u202egpj.exe", "发票_gpj.exe"],
    ["a\u200bb", "a_b"],
    [".hidden", "hidden"],
    ["...", "未注明"],
    ["name. . ", "name"],
    ["", "未注明"],
    ["  ", "未注明"],
    ["CON", "_CON"],
    ["nul.txt", "_nul.txt"],
    ["com1", "_com1"],
    ["LPT¹", "_LPT¹"],
    ["COMMON", "COMMON"],
    ["–", "–"],
  ])("%j becomes %j", (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it("is cut by characters, never within one", () => {
    expect([...safeName("𠮷".repeat(100))]).toHaveLength(40);
  });
});

it("keeps apart names that become one, in upper and lower case too", () => {
  const paths = new Paths();
  expect(paths.take(["签领表"], "走访-A/B", ".xlsx")).toBe("签领表/走访-A_B.xlsx");
  expect(paths.take(["签领表"], "走访-A:B", ".xlsx")).toBe("签领表/走访-A_B-2.xlsx");
  expect(paths.take(["签领表"], "走访-a_b", ".xlsx")).toBe("签领表/走访-a_b-3.xlsx");
});
