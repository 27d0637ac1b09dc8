// Ends as a program does that touched what is not its own.
process.kill(process.pid, "SIGSEGV");
