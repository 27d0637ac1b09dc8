import { expect, it } from "vitest";
import { entitlementsCsv, paymentsCsv, problemsCsv } from "../../src/write/details.ts";
import { season } from "./outcome.ts";

const lines = (bytes: Buffer) => bytes.toString("utf8").slice(1).trimEnd().split("\r\n");

it("writes every entitlement in the plan's order, then by street, committee, household and number", () => {
  expect(lines(entitlementsCsv(season().disbursement))).toEqual([
    "项目编号,项目,条款,资金来源,发放主体,发放方式,计发单位,户编号,人数,身份证号,姓名,街镇,居村委,联系电话,结果,金额,原因,算式,依据,收款人,收款人身份证号,开户银行,账号,批次,来源,原因代码",
    "special-festival,特殊对象节日补助,三(一)1,市、区财政(原渠道),区民政局,银行代发,人,DB001,1,31019819800101002X,张小三,新华路街道,番禺居委,13800000000,发放,1000.00,符合条件,1000.00,类别=低保,张小三,31019819800101002X,工商银行,6222020000000000001,B001,民政低保.xlsx!低保!4,G1",
    "general-festival,一般对象节日补助,三(一)3,市、区财政(原渠道),区民政局,银行代发,户,DB001,1,310198195001010018,张三,新华路街道,番禺居委,13800000000,发放,700.00,符合条件,700.00,类别=低保,张三,310198195001010018,工商银行,6222020000000000002,B001,民政低保.xlsx!低保!3|残联.csv!!3,G1",
    "disabled-relief,困难残疾人慰问,三(一)17,区残联年度预算,区残联,银行代发,人,,1,310198196001010034,'=李四,新华路街道,法华居委,,暂缓发放,300.00,没有账号,,类别=低保,,,,,,民政低保.xlsx!低保!5,P101",
    "disabled-relief,困难残疾人慰问,三(一)17,区残联年度预算,区残联,银行代发,人,DB001,1,310198195001010018,张三,新华路街道,番禺居委,13800000000,发放,400.50,符合条件,,类别=低保,张三,310198195001010018,工商银行,6222020000000000002,B002,民政低保.xlsx!低保!3|残联.csv!!3,G1",
    "gift-pack,新春大礼包,三(一)22,老年基金会(市、区共同筹集),区民政局,实物,人,,1,310198194001010051,赵六,新华路街道,番禺居委,13800000000,发放,0.00,符合条件,,类别=低保,,,,,,街道走访.xlsx!走访!4,G1",
    "winter-shelter,寒冬送温暖,三(一)25,–,区民政局,服务,人,,1,,王五,新华路街道,未注明,13800000000,发放,0.00,符合条件,,类别=低保,,,,,,街道走访.xlsx!走访!3,G1",
    "street-visit,街镇领导走访慰问,三(一)27,民政节日帮困慰问经费,区民政局,走访慰问,户,,1,,王五,新华路街道,未注明,13800000000,不予发放,0.00,本次不安排,,类别=低保,,,,,,街道走访.xlsx!走访!3,N1",
    "street-visit,街镇领导走访慰问,三(一)27,民政节日帮困慰问经费,区民政局,走访慰问,户,,1,310198194001010051,赵六,新华路街道,番禺居委,13800000000,发放,500.00,符合条件,,类别=低保,,,,,,街道走访.xlsx!走访!4,G1",
  ]);
});

it("writes the same rows whatever the order of the entitlements", () => {
  const { disbursement } = season();
  const turned = { ...disbursement, entitlements: [...disbursement.entitlements].reverse() };
  expect(entitlementsCsv(turned)).toEqual(entitlementsCsv(disbursement));
});

it("writes every payment", () => {
  expect(lines(paymentsCsv(season().disbursement))).toEqual([
    "批次,序号,发放主体,资金来源,项目,银行,户名,身份证号,账号,金额,用途,笔数,原批次,原序号",
    "B001,1,区民政局,市、区财政(原渠道),特殊对象节日补助,工商银行,张小三,31019819800101002X,6222020000000000001,1000.00,节日补助,1,,",
    "B001,2,区民政局,市、区财政(原渠道),一般对象节日补助,工商银行,张三,310198195001010018,6222020000000000002,700.00,节日补助,1,,",
    "B002,1,区残联,区残联年度预算,困难残疾人慰问,工商银行,张三,310198195001010018,6222020000000000002,400.50,节日补助,1,,",
  ]);
});

it("writes a line for each row that a problem concerns, by place", () => {
  const rows = lines(problemsCsv(season())).map((line) => line.split(","));
  expect(rows[0]?.join()).toBe("级别,文件,工作表,行,列,内容,说明,建议,代码");
  expect(rows.slice(1).map((row) => [...row.slice(0, 6), row.at(-1)])).toEqual([
    ["警告", "残联.csv", "", "3", "", "", "J107"],
    ["警告", "民政低保.xlsx", "低保", "3", "", "3", "D109"],
    ["警告", "民政低保.xlsx", "低保", "4", "", "3", "D109"],
    ["错误", "民政低保.xlsx", "低保", "5", "公民身份号码(B)", "'=李四", "P101"],
  ]);
});
