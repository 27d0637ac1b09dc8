/** C: problems of what a command was given beside lists and rules. */
import { kind } from "../kind.ts";

export const commandKinds = {
  C101: kind<{ id: string; verdict: string; may: string }>(
    "warning",
    "结论不认识",
    (p) => [
      `核实结论 ${p.id} 写了“${p.verdict}”，只认：${p.may}`,
      `decision ${p.id} says ${p.verdict}; known are ${p.may}`,
    ],
    () => ["照待核实.xlsx 下拉框里的词填写", "choose one of the words of the drop-down"],
  ),
  C102: kind<{ id: string; row: number; first: string; second: string }>(
    "error",
    "结论互相矛盾",
    (p) => [
      `核实结论 ${p.id} 有两行，一行是“${p.first}”（第 ${p.row} 行），一行是“${p.second}”`,
      `decision ${p.id} stands twice: ${p.first} (row ${p.row}) and ${p.second}`,
    ],
    () => ["只留一行后重新运行", "leave one of them and run again"],
  ),
  C103: kind<{ name: string; near: string }>(
    "error",
    "没有这个类别",
    (p) => [
      `没有叫“${p.name}”的对象类别${p.near === "" ? "" : `；相近的：${p.near}`}`,
      `there is no category called ${p.name}${p.near === "" ? "" : `; near: ${p.near}`}`,
    ],
    () => [
      "写规则里的类别名，用逗号隔开；relief rules list 列出全部类别",
      "name categories of the rules, separated by commas",
    ],
  ),
  C104: kind<{ law: string; what: string; left: string; right: string }>(
    "error",
    "核对不平",
    (p) => [
      `定律 ${p.law} 不成立：${p.what}，一边 ${p.left}，一边 ${p.right}`,
      `law ${p.law} is broken: ${p.what}: ${p.left} against ${p.right}`,
    ],
    () => [
      "这是程序的错误，没有写出任何结果；请把名单（可隐去姓名）和这条消息交给维护人员",
      "this is a fault of relief; nothing was written; report it",
    ],
  ),
  C105: kind<{ path: string; why: string; whyEn: string }>(
    "error",
    "不是计算结果",
    (p) => [`${p.path} 不是 relief compute 的结果：${p.why}`, `${p.path} is no output of relief compute: ${p.whyEn}`],
    () => ["写 compute 时 -o 后面的文件夹名", "name the folder that was given to compute with -o"],
  ),
  C106: kind(
    "error",
    "核实结论看不懂",
    () => [
      "核实结论.xlsx 里没有“编号”和“结论”两列，看不出有哪些结论",
      "核实结论.xlsx has no columns 编号 and 结论: what was decided cannot be told",
    ],
    () => [
      "用待核实.xlsx 填写后另存为核实结论.xlsx；这次不用结论的，把它移出文件夹",
      "fill in 待核实.xlsx and save it under this name, or take the file away",
    ],
  ),
  C107: kind<{ path: string; why: string; whyEn: string }>(
    "error",
    "活动文件读不出",
    (p) => [`活动文件 ${p.path} 读不出：${p.why}`, `the campaign file ${p.path} cannot be read: ${p.whyEn}`],
    () => [
      "核对 --campaign 后面的文件名；还没有的，用 relief init 写一份",
      "check the name behind --campaign; relief init writes one",
    ],
  ),
  C108: kind<{ name: string; near: string }>(
    "warning",
    "说明的名单没有来",
    (p) => [
      `活动文件说明了“${p.name}”，这次读的名单里没有它${p.near === "" ? "" : `；相近的：${p.near}`}`,
      `the campaign file speaks of ${p.name}, which is not among the lists${p.near === "" ? "" : `; near: ${p.near}`}`,
    ],
    () => [
      "名单还没有来的，不用处理；改了名的，改正活动文件",
      "if it has not come yet, leave it; if it has another name, mend the campaign file",
    ],
    ["认可"],
  ),
  C109: kind<{ file: string; what: string; whatEn: string; name: string; near: string }>(
    "error",
    "说明的工作表或列不在",
    (p) => [
      `活动文件说的${p.what}“${p.name}”，${p.file} 里没有${p.near === "" ? "" : `；相近的：${p.near}`}`,
      `the campaign file names the ${p.whatEn} ${p.name}; ${p.file} has none${p.near === "" ? "" : `; near: ${p.near}`}`,
    ],
    () => ["照名单里的写法改正活动文件后重新运行", "write it as the list does, and run again"],
  ),
  C110: kind<{ list: string; path: string; near: string }>(
    "error",
    "比对名单找不到",
    (p) => [
      `比对名单“${p.list}”的文件找不到：${p.path}${p.near === "" ? "" : `；相近的：${p.near}`}`,
      `the check list ${p.list} is not there: ${p.path}${p.near === "" ? "" : `; near: ${p.near}`}`,
    ],
    () => [
      "路径从活动文件所在的文件夹算起；改正后重新运行，这次不比对的，删去这一条",
      "paths begin at the campaign file's folder; mend it, or take the entry out",
    ],
  ),
  C111: kind<{ list: string; rows: number }>(
    "warning",
    "比对名单有用不上的行",
    (p) => [
      `比对名单“${p.list}”有 ${p.rows} 行既没有可用的身份证号，也没有姓名和出生日期，无法比对`,
      `${p.rows} rows of the check list ${p.list} have neither an ID number of use nor name and birth date`,
    ],
    () => ["请给名单的单位补上身份证号", "ask the sender for the ID numbers"],
    ["认可"],
  ),
  C112: kind<{ list: string }>(
    "notice",
    "比对名单，不作名单读",
    (p) => [
      `活动文件写明是比对名单“${p.list}”，不作为发放名单读`,
      `the check list ${p.list}; it was not read as a list of recipients`,
    ],
    () => ["无需处理", "nothing to do"],
  ),
  C113: kind<{ folder: string }>(
    "error",
    "已有活动文件",
    (p) => [
      p.folder === "." ? "这个文件夹里已有活动文件，没有动" : `${p.folder} 里已有活动文件，没有动`,
      p.folder === "." ? "this folder has a campaign file already" : `${p.folder} has a campaign file already`,
    ],
    () => [
      "要改设置的，直接改这份文件；另办一次活动的，换一个文件夹：relief init 文件夹",
      "to change a setting, edit that file; for another campaign name another folder: relief init FOLDER",
    ],
  ),
  C114: kind<{ own: string; asked: string }>(
    "error",
    "两版规则",
    (p) => [
      `活动文件写的规则是 ${p.own}，-r 写的是 ${p.asked}：一次活动只用一版规则`,
      `the campaign file says edition ${p.own}, -r says ${p.asked}: a campaign has one edition`,
    ],
    () => [
      "照活动文件办的，去掉 -r；要换一版的，改活动文件里的“规则”；想先看看差别，用 relief rules diff",
      "leave out -r to go by the campaign file, or change the edition there; relief rules diff shows what differs",
    ],
  ),
  C131: kind<{ path: string }>(
    "error",
    "没有上次的结果",
    (p) => [
      `${p.path} 不是 relief check 或 relief compute 的结果，没法与上次比较`,
      `${p.path} is no output of relief check or relief compute: there is nothing to compare with`,
    ],
    () => ["--since 后面写上次 -o 的文件夹名（如 检查）", "name the folder that was given to it with -o"],
  ),
  C132: kind<{ path: string; other: string; edition: string }>(
    "error",
    "上次的结果用的是另一版规则",
    (p) => [
      `${p.path} 是按规则 ${p.other} 得出的，这次用的是规则 ${p.edition}：问题不能相比`,
      `${p.path} was made under edition ${p.other}, this run goes by ${p.edition}: their problems cannot be compared`,
    ],
    () => [
      "--since 后面写同一版规则的结果；第一次用这一版的，不写 --since",
      "name an output of the same edition; the first time, leave out --since",
    ],
  ),
} as const;
