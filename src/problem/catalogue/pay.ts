/** P: problems of paying out. */
import { kind } from "../kind.ts";

export const payKinds = {
  P101: kind<{ name: string; others: string }>(
    "error",
    "没有账号",
    (p) => [
      `${p.name}没有银行账号${p.others === "" ? "" : `；其他名单的账号不一致：${p.others}`}`,
      `${p.name} has no bank account${p.others === "" ? "" : `; other lists disagree: ${p.others}`}`,
    ],
    () => [
      "电话联系本人补报账号；改发现金的在核实结论里写“改现金”",
      "telephone for the account; write 改现金 to pay in cash",
    ],
    ["不予", "改现金"],
  ),
  P102: kind<{ text: string }>(
    "error",
    "账号不成形",
    (p) => [
      `账号“${p.text}”不是账号（被 Excel 存成了数字、有字母，或位数不对）`,
      `${p.text} cannot be an account (a number made by Excel, letters, or a wrong length)`,
    ],
    () => ["对照银行卡或存折重新填写，该列设为文本", "enter it again from the card or passbook, in a text column"],
    ["不予", "改现金"],
  ),
  P103: kind<{ name: string; accounts: string }>(
    "error",
    "两个账号",
    (p) => [
      `${p.name}在这个项目里有两个账号：${p.accounts}`,
      `${p.name} has two accounts for this programme: ${p.accounts}`,
    ],
    () => ["核对后只留一个", "check, and leave one"],
  ),
  P104: kind<{ account: string; names: string }>(
    "error",
    "一账号两户名",
    (p) => [`账号 ${p.account} 有两个户名：${p.names}`, `account ${p.account} stands under two names: ${p.names}`],
    () => ["查清是谁的账号，在名单里写明户名", "find out whose account it is and state 户名 on the list"],
  ),
  P105: kind<{ account: string }>(
    "warning",
    "卡号校验不符",
    (p) => [
      `卡号 ${p.account} 不符合常见的校验规则，可能写错一位`,
      `card number ${p.account} fails the usual check; perhaps a digit is wrong`,
    ],
    () => ["对照银行卡核对一次；无误的写“认可”", "compare it with the card; write 认可 if it is right"],
    ["认可", "不予"],
  ),
  P106: kind<{ account: string; holder: string; name: string }>(
    "warning",
    "账号是别人的",
    (p) => [
      `${p.name}用的账号 ${p.account} 户名是${p.holder}`,
      `${p.name} is paid into account ${p.account}, whose holder is ${p.holder}`,
    ],
    () => [
      "确认是委托代领，并在名单里写明代领人",
      "confirm that the holder collects for the person, and state it on the list",
    ],
    ["认可", "不予"],
  ),
  P107: kind<{ account: string; banks: string; used: string }>(
    "warning",
    "账号两个银行",
    (p) => [
      `账号 ${p.account} 写了几个开户银行：${p.banks}；按${p.used}办`,
      `account ${p.account} is said to be with ${p.banks}; ${p.used} was taken`,
    ],
    () => ["核对开户银行", "check the bank"],
    ["认可"],
  ),
  P108: kind<{ rows: number }>(
    "notice",
    "开户银行不明",
    (p) => [
      `这份名单有 ${p.rows} 笔没有写开户银行，或写的不认识，列入“未知银行”批次`,
      `${p.rows} payments of this list have no known bank; they stand in the batch 未知银行`,
    ],
    () => [
      "补上开户银行后重新运行，或交由银行按卡号识别",
      "fill in the bank and run again, or let the bank tell it from the number",
    ],
  ),
} as const;
