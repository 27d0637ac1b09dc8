#!/usr/bin/env node
// Checks the Node version, then hands over to the built program; nothing else.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`relief 需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}。\n`);
  process.stderr.write(`relief needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(2);
}
const { main } = await import("../dist/cli.js");
process.exitCode = await main(process.argv.slice(2));
