/** The Chinese words of the outputs for what the model says in English. */
import type { Entitlement, ResultWord } from "../model/entitlement.ts";
import type { Channel, Programme, UnitKind } from "../model/rules.ts";
import type { Severity } from "../problem/problem.ts";

/** 结果. */
export const RESULTS: Readonly<Record<ResultWord, string>> = { granted: "发放", denied: "不予发放", held: "暂缓发放" };

/** 计发单位. */
export const UNITS: Readonly<Record<UnitKind, string>> = { person: "人", household: "户" };

/** 级别. */
export const SEVERITIES: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", notice: "提示" };

const CHANNELS: Readonly<Record<Channel, string>> = {
  bank: "银行代发",
  visit: "走访慰问",
  kind: "实物",
  service: "服务",
};

/** All words of 发放方式, in the order in which tables show them. */
export const CHANNEL_WORDS = ["银行代发", "机构拨付", "现金发放", "走访慰问", "实物", "服务"] as const;

/** 发放方式 of one entitlement: an institution's account makes 机构拨付; 改现金 makes 现金发放, by signature and nobody's visit. */
export function channelWord(entitlement: Entitlement): string {
  const { channel } = entitlement.programme;
  if (channel !== "bank") return CHANNELS[channel];
  if (entitlement.inCash) return "现金发放";
  return entitlement.payee?.institution === true ? "机构拨付" : CHANNELS.bank;
}

/** Goods and services: never a sum. */
export function isMoney({ inKind }: Programme): boolean {
  return inKind === null;
}

/** Fields of a list in the words of its columns, for 名单接收情况; a declared field has its own name. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: "姓名",
  idNumber: "身份证号",
  documentKind: "证件类型",
  headIdNumber: "户主身份证号",
  headName: "户主姓名",
  householdNumber: "户编号",
  relation: "与户主关系",
  covered: "保障人数",
  residents: "家庭人口",
  category: "对象类别",
  amount: "金额",
  bank: "开户银行",
  account: "账号",
  accountName: "户名",
  collectorName: "代领人",
  collectorId: "代领人身份证号",
  institution: "领款单位",
  street: "街镇",
  committee: "居村委",
  address: "地址",
  phone: "联系电话",
  bornOn: "出生日期",
};

/** The word of a field. */
export function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? field;
}
