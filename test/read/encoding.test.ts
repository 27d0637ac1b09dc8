import { isUtf8 } from "node:buffer";
import { describe, expect, it } from "vitest";
import { asUtf8, encodingOf } from "../../src/read/encoding.ts";

const gb18030 = new TextDecoder("gb18030", { fatal: true });
/** Every two-byte character of GBK that is a two-byte character of UTF-8 as well, with its bytes. */
const AMBIGUOUS: ReadonlyMap<string, Buffer> = new Map(
  Array.from({ length: 30 * 64 }, (_, i) => {
    const bytes = Buffer.of(0xc2 + (i >> 6), 0x80 + (i & 0x3f));
    return [gb18030.decode(bytes), bytes] as const;
  }),
);

/** A text of ASCII and such characters in GBK. */
function gbk(text: string): Buffer {
  return Buffer.concat(Array.from(text, (character) => AMBIGUOUS.get(character) ?? Buffer.from(character, "latin1")));
}

describe("a list in GBK that is valid UTF-8 all the same", () => {
  it("may be one of each of 1 920 characters", () => {
    expect(AMBIGUOUS.size).toBe(1920);
    for (const bytes of AMBIGUOUS.values()) expect(isUtf8(bytes)).toBe(true);
  });

  it("is what it is: each of them alone under Chinese headers", () => {
    const header = Buffer.from("d0d5c3fb2cbdf0b6ee0d0a", "hex");
    for (const [character, bytes] of AMBIGUOUS) {
      const file = Buffer.concat([header, bytes, Buffer.from(",700\r\n")]);
      expect(asUtf8(file).toString()).toBe(`姓名,金额\r\n${character},700\r\n`);
    }
  });

  it("is what it is even without a header in Chinese, but for 34 rare characters that nobody can tell from À or ×", () => {
    const wrong: string[] = [];
    for (const character of AMBIGUOUS.keys()) {
      const text = `name,amount\n${character},700\n`;
      if (asUtf8(gbk(text)).toString() !== text) wrong.push(character);
    }
    expect(wrong).toHaveLength(34);
    expect(wrong.map((character) => (AMBIGUOUS.get(character) ?? Buffer.alloc(0)).toString()).join("")).toBe(
      "\u00a0ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßà",
    );
  });

  it.each(Array.from("娄芦卢鲁路陆毛梅莫牟牛农欧钱全冉桑沙盛师施石时史司谭童涂韦魏席肖谢薛姚叶应袁苑詹郑祝庄卓佟"))(
    "the surname %s",
    (name) => {
      expect(asUtf8(gbk(name)).toString()).toBe(name);
      expect(asUtf8(gbk(`${name}${name},1\n${name},2`)).toString()).toBe(`${name}${name},1\n${name},2`);
    },
  );
});

describe("a list in UTF-8 stays one", () => {
  it.each([
    ["with few 汉字 and signs", "姓名,备注\n张三,36.5°\n李四,×"],
    ["with one 汉字 and a dot", "阿·\n"],
    ["with names in Latin letters", "name,amount\nJürgen Müller,700\nÉlodie Brontë,800\n"],
    ["with a dot between Latin names", "Ann·Lee,700\n"],
    ["with sums in ¥", "name,amount\nWang,¥700\nLi,¥800\n"],
    ["with crosses for ticks", "name,paid\nWang,×\n"],
    ["with spaces that do not break", "Wang\u00a0Wei,700\n"],
    ["with pinyin", "Zhāng Sān,700\nLǐ Sì,800\n"],
    ["with a name of another script among 汉字", "姓名,金额\nИван,700\n张三,800\n李四,900\n王五,1000\n"],
  ])("%s", (_, text) => {
    const bytes = Buffer.from(text);
    expect(encodingOf(bytes)).toEqual({ encoding: "utf-8", start: 0 });
    expect(asUtf8(bytes).toString()).toBe(text);
  });

  it("with its mark, whatever is in it", () => {
    expect(encodingOf(Buffer.concat([Buffer.from("efbbbf", "hex"), gbk("石,700")])).encoding).toBe("utf-8");
  });
});
