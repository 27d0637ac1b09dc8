/** The commented campaign file of `relief init`: every key is in it, and whatever is uncommented is accepted. */
import { describe, expect, it } from "vitest";
import { blankCampaign } from "../../src/campaign/blank.ts";
import { parseCampaign } from "../../src/campaign/parse.ts";
import { resolveCampaign } from "../../src/campaign/resolve.ts";
import { campaignSchema } from "../../src/campaign/schema.ts";
import type { Rules } from "../../src/model/rules.ts";
import { editions } from "../editions.ts";
import { RULES, WORDS } from "../say.ts";
import { wrong } from "./say.ts";

const TEXT = blankCampaign(RULES, "2023");
const LINES = TEXT.split("\n");

/** A setting: # with the setting right behind it, or with its further lines, which are indented. An explanation: # and one space. */
const SETTING = /^#(?=\S| {2})/;

/** The settings with their lines, by key. */
function settings(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  let key = "";
  for (const [at, line] of lines.entries()) {
    if (!SETTING.test(line)) continue;
    key = /^#([^\s:]+):/.exec(line)?.[1] ?? key;
    found.set(key, [...(found.get(key) ?? []), at]);
  }
  return found;
}

/** The file with the # taken away from these lines. */
function uncommented(lines: readonly string[], taken: readonly number[]): readonly string[] {
  return lines.map((line, at) => (taken.includes(at) ? line.slice(1) : line));
}

describe("as it is written", () => {
  it("says the edition, and nothing else", () => {
    const parsed = parseCampaign(TEXT, "relief.yaml");
    expect(parsed.ok && parsed.value.written).toEqual({ 规则: "2023" });
  });

  it("has every key, once", () => {
    expect([...settings(LINES).keys(), "规则"].sort()).toEqual(Object.keys(campaignSchema.shape).sort());
  });

  it("has every key of what stands below 名单, 比对名单 and 可否叠加", () => {
    const below = (key: string) => {
      const text = uncommented(LINES, settings(LINES).get(key) ?? []).join("\n");
      const parsed = parseCampaign(text, "relief.yaml");
      if (!parsed.ok) throw new Error(`${key} is not accepted`);
      const written = parsed.value.written[key as "名单"] as unknown as readonly object[];
      return [...new Set(written.flatMap((one) => Object.keys(one)))];
    };
    expect(below("名单")).toEqual(["文件", "工作表", "部门", "类别", "列"]);
    expect(below("比对名单")).toEqual(["名称", "文件", "命中", "工作表", "列"]);
    expect(below("可否叠加")).toEqual(["项目", "答复", "保留", "日期", "来源"]);
  });

  it("explains every setting above it", () => {
    for (const [first] of settings(LINES).values()) expect(LINES[(first ?? 0) - 1]).toMatch(/^# \S/);
  });
});

describe("uncommented", () => {
  it.each([...settings(LINES).keys()])("%s is accepted", (key) => {
    expect(wrong(...uncommented(LINES, settings(LINES).get(key) ?? []))).toEqual([]);
  });

  it("all of it at once is accepted, and says what its examples say", () => {
    const all = [...settings(LINES).values()].flat();
    const parsed = parseCampaign(uncommented(LINES, all).join("\n"), "relief.yaml");
    const said = parsed.ok ? resolveCampaign(parsed.value, RULES, WORDS) : parsed;
    expect(said.ok && said.value).toMatchObject({
      district: "长宁区",
      street: "华阳路街道",
      lists: [{ path: "名单/居委补报.xlsx", sheet: "Sheet1", agency: "民政", category: "重残无业" }],
      checkLists: [
        { name: "死亡", follows: "hold" },
        { name: "财政供养", follows: "warn" },
      ],
      mergesProgrammes: true,
    });
  });
});

/** Every edition that is here: its names are other names, some of which YAML would take for something else. */
describe("of any edition", () => {
  it.each(editions())("%s", (_, rules: Rules) => {
    const lines = blankCampaign(rules, "./规则 2024.yaml").split("\n");
    const all = [...settings(lines).values()].flat();
    const parsed = parseCampaign(uncommented(lines, all).join("\n"), "relief.yaml");
    const said = parsed.ok ? resolveCampaign(parsed.value, rules, WORDS) : parsed;
    expect(said.ok ? [] : said.problems).toEqual([]);
    expect(parsed.ok && parsed.value.written.规则).toBe("./规则 2024.yaml");
  });
});
