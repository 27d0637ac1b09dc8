import { expect, it } from "vitest";
import { inStatedOrder } from "../../src/model/stated-order.ts";
import { season } from "../write/outcome.ts";

it("is the plan's order, then street, committee, household and number, whatever order they come in", () => {
  const { entitlements } = season().disbursement;
  const said = inStatedOrder(entitlements).map((e) => `${e.programme.id} ${e.where.committee} ${e.unit.person.name}`);
  expect(said).toEqual([
    "special-festival 番禺居委 张小三",
    "general-festival 番禺居委 张三",
    "disabled-relief 法华居委 =李四",
    "disabled-relief 番禺居委 张三",
    "gift-pack 番禺居委 赵六",
    "winter-shelter  王五",
    "street-visit  王五",
    "street-visit 番禺居委 赵六",
  ]);
  expect(inStatedOrder([...entitlements].reverse())).toEqual(inStatedOrder(entitlements));
});
