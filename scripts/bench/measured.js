// Loaded into a process with --import: says its peak memory and processor time at its end, as the system counted them.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(
    `peak ${Math.round(maxRSS / 1024)} MB, cpu ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s\n`,
  );
});
