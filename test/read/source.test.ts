import { describe, expect, it } from "vitest";
import { isFailure, onDisk, withSource } from "../../src/read/source.ts";

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code, syscall: "open" });
};

describe("what the disk does not give is said in words of the clerk", () => {
  it.each([
    ["EBUSY", "正被别的程序占用（可能正在 Excel 或 WPS 中打开）", false],
    ["EACCES", "没有读取权限", false],
    ["EPERM", "没有读取权限", false],
    ["ENOENT", "文件不见了", true],
    ["ENOTDIR", "文件不见了", true],
    ["ELOOP", "快捷链接绕成了圈", false],
    ["EIO", "磁盘读取出错", false],
    ["EWEIRD", "系统报错 EWEIRD", false],
  ])("%s", (code, why, missing) => {
    expect(onDisk(failing(code))).toMatchObject({ why, missing });
  });

  it("what is not the disk's goes on: it is a bug", () => {
    expect(() =>
      onDisk(() => {
        throw new TypeError("bug");
      }),
    ).toThrow("bug");
  });

  it("a file that is not there is no exception", () => {
    const looked = withSource("/no/such/file.xlsx", () => 1);
    expect(isFailure(looked) && looked.why).toBe("文件不见了");
  });
});
