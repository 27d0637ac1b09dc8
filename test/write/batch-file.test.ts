import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/model/payment.ts";
import { assertBatchFile, batchFile as batchPieces, readBatchFile } from "../../src/write/batch-file.ts";
import { type BankFormat, GENERAL_CSV } from "../../src/write/formats.ts";
import { season, yuan } from "./outcome.ts";

const [batch] = season().disbursement.batches as readonly [Batch, ...Batch[]];

const batchFile = (...given: Parameters<typeof batchPieces>) => Buffer.concat([...batchPieces(...given)]);

describe("the general CSV", () => {
  it("is a header, the lines, and their count and total", () => {
    expect(batchFile(batch).toString("utf8")).toBe(
      [
        "\ufeff序号,户名,身份证号,账号,开户银行,金额,用途",
        "1,张小三,31019819800101002X,6222020000000000001,工商银行,1000.00,节日补助",
        "2,张三,310198195001010018,6222020000000000002,工商银行,700.00,节日补助",
        "合计,2,,,,1700.00,",
        "",
      ].join("\r\n"),
    );
  });

  it("is counted again from its bytes", () => {
    const totals = { lines: 2, total: yuan(1700) };
    expect(readBatchFile(batchFile(batch), GENERAL_CSV)).toEqual({ ...totals, trailer: totals });
  });

  it("stops the run where a line's sum is another than the batch's", () => {
    const changed = Buffer.from(
      batchFile(batch)
        .toString("utf8")
        .replace(
          "1,张小三,31019819800101002X,6222020000000000001,工商银行,1000.00",
          "1,张小三,31019819800101002X,6222020000000000001,工商银行,1000.01",
        ),
    );
    expect(() => assertBatchFile(batch, changed)).toThrow("add up");
  });

  it("stops the run where a line is missing", () => {
    const lines = batchFile(batch).toString("utf8").split("\r\n");
    const shorter = Buffer.from(lines.filter((_, i) => i !== 2).join("\r\n"));
    expect(() => assertBatchFile(batch, shorter)).toThrow("add up");
  });
});

it("follows another bank's format, which is data", () => {
  const format: BankFormat = {
    id: "as seen: lines with |",
    ending: ".txt",
    layout: { delimiter: "|", lineEnd: "\n", byteOrderMark: false },
    columns: [
      { title: "账号", field: "account" },
      { title: "金额", field: "yuan" },
    ],
    header: false,
    trailer: null,
  };
  expect(batchFile(batch, format).toString()).toBe("6222020000000000001|1000.00\n6222020000000000002|700.00\n");
  expect(readBatchFile(batchFile(batch, format), format)).toEqual({ lines: 2, total: yuan(1700), trailer: null });
});
