// Loaded into a process with --import: says its peak memory at its end, as the operating system counted it.
process.on("exit", () => process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`));
