// How long the search for look-alikes takes among 100 000 and 1 000 000 people whose names are as common as Chinese names
// are, and how it grows. After `npm run build`: node scripts/bench-lookalikes.js [SMALL] [LARGE]. The people are made up;
// no district has these codes.
import { findPairs } from "../dist/join/pairs.js";
import { checkDigit } from "../dist/model/id-number.js";
import { Chance } from "./fixtures/random.js";

const [small = 100_000, large = 1_000_000] = process.argv.slice(2).map(Number);

// Surnames in per mille of the people, rounded, the forty most common; all others share the rest evenly.
const SURNAMES =
  "王72 李71 张68 刘54 陈45 杨31 黄22 赵21 吴20 周20 徐15 孙15 马13 朱13 胡13 林12 郭11 何11 高10 罗9 郑9 梁8 谢8 宋7 唐7 许6 邓6 冯6 韩6 曹6 曾6 彭6 肖6 蔡5 潘5 田5 董5 袁5 于5 余5";
const RARE =
  "叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
// Characters of given names, the common ones first; how often one is chosen falls with its place.
const GIVEN =
  "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉华文建国志红梅春海燕小云龙飞林玲琴凤珍荣生福宝根祥德金银福永新民东立成胜辉宁波鑫宇浩然欣怡子轩梓涵佳雨晨思婷雪莹晶慧洁琳倩颖";
const ONE_CHARACTER = 0.3;

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");

/** @param {number} count */
function people(count) {
  const chance = new Chance(20_230_122);
  const surnames = SURNAMES.split(" ").flatMap((text) => Array(Number(text.slice(1))).fill(text.charAt(0)));
  while (surnames.length < 1000) surnames.push(RARE.charAt(surnames.length % RARE.length));
  const given = () => GIVEN.charAt(Math.floor(GIVEN.length * chance.next() ** 1.3));
  const list = { file: "汇总.xlsx", sheet: "名单", street: "", agency: "", columns: [] };
  /** @type {Map<string, object>} */
  const made = new Map();
  for (let row = 2; made.size < count; row++) {
    const name = chance.pick(surnames) + given() + (chance.next() < ONE_CHARACTER ? "" : given());
    const year = chance.int(1930, 2019);
    const day = two(chance.int(1, 12)) + two(chance.int(1, 28));
    // Sixteen districts; a day has some hundred numbers in each.
    const first17 = `3102${two(chance.int(1, 16))}${year}${day}${String(chance.int(1, 300)).padStart(3, "0")}`;
    // One in two hundred has no number, but a telephone and a committee; one in a thousand has a malformed one.
    const luck = chance.int(0, 999);
    const idText = luck < 5 ? "" : luck < 6 ? first17.slice(1) : first17 + checkDigit(first17);
    const idNumber = luck < 6 ? "" : idText;
    const key = idNumber || `汇总.xlsx!名单!${row}`;
    const entry = {
      ...{ list, row, name, idNumber, idText, idFault: luck < 5 ? "missing" : luck < 6 ? "malformed" : null },
      ...{ idAccepted: false, headIdNumber: "", householdNumber: "", account: "", accountUsable: false },
      ...{ street: `街道${row % 160}`, committee: `第${row % 37}居委会`, address: "", bornOn: "", categories: [] },
      phone: `139${String(10_000_000 + (row % 90_000_000))}`,
    };
    made.set(key, { key, idNumber, name, names: [], entries: [entry] });
  }
  return [...made.values()];
}

/** @param {number} count */
function measure(count) {
  const persons = people(count);
  const names = new Map();
  for (const { name } of persons) names.set(name, (names.get(name) ?? 0) + 1);
  const shared = persons.filter(({ name }) => names.get(name) > 1).length;
  const [most, times] = [...names].reduce((a, b) => (b[1] > a[1] ? b : a));
  let best = Number.POSITIVE_INFINITY;
  let pairs = 0;
  for (let run = 0; run < 3; run++) {
    const from = process.cpuUsage();
    pairs = findPairs(persons, new Map()).pairs.length;
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(
    `${count} people, ${names.size} names, ${shared} people share theirs (${most}: ${times}): ${pairs} pairs in ${best.toFixed(2)} s of processor time, best of 3`,
  );
  return { shared, best };
}

const [few, many] = [measure(small), measure(large)];
// Only those who share their name are looked at, and in a larger place a larger part of the people do.
console.log(
  `${large / small} times the people, ${(many.shared / few.shared).toFixed(1)} times those who share a name, ${(many.best / few.best).toFixed(1)} times the time`,
);
