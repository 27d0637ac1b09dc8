// 不予 on a warning drops the row: the money must not go out as if nobody had said anything.
import { expect, it } from "vitest";
import { account, idOf, list, season, settle, verdict } from "../say.ts";

const A = idOf("19600101", 1);

it("denies what rests on an account whose card check was answered 不予", () => {
  const lists = [list("区人社局 登记失业.xlsx", ["姓名", "身份证号", "账号"], [["甲", A, "6216261000000000019"]])];
  expect(verdict(settle(lists, "P105", "认可"), "unemployed-festival", "甲")).toBe("granted 750.00");
  expect(verdict(settle(lists, "P105", "不予"), "unemployed-festival", "甲")).toBe("denied N4");
});

it("denies what rests on a row of which one agency's word against another's was answered 不予", () => {
  const lists = [
    list("民政 低保.xlsx", ["姓名", "身份证号", "账号"], [["乙", idOf("19610101", 2), account(2)]]),
    list("区残联 名单.xlsx", ["姓名", "身份证号", "残疾类别", "账号"], [["甲", A, "低保", account(1)]]),
  ];
  expect(verdict(season(lists), "disabled-relief", "甲")).toBe("granted 400.00");
  expect(verdict(settle(lists, "J107", "不予"), "disabled-relief", "甲")).toBe("denied N4");
});

it("drops Civil Affairs' row where its spelling of a name was answered 不予", () => {
  const lists = [
    list("民政 御寒困难.xlsx", ["姓名", "身份证号", "账号"], [["张惠", A, account(1)]]),
    list("区人社局 登记失业.xlsx", ["姓名", "身份证号", "账号"], [["张蕙", A, account(1)]]),
  ];
  expect(verdict(season(lists), "unemployed-festival", "张惠")).toBe("held 750.00 J101");
  const settled = settle(lists, "J108", "不予");
  expect(verdict(settled, "winter-warmth", "张蕙")).toBe("none");
  expect(verdict(settled, "unemployed-festival", "张蕙")).toBe("granted 750.00");
});

it("keeps one payee's account for two households of the same person", () => {
  const header = ["姓名", "身份证号", "户主身份证号", "账号"];
  const lists = [
    list("民政 低保.xlsx", header, [["甲", A, A, account(1)]]),
    list("民政 定补对象.xlsx", header, [["甲", A, A, account(1)]]),
  ];
  expect(verdict(season(lists), "special-festival", "甲")).toBe("granted 1000.00");
});
