// Reads nothing, and has nothing to say but that it was there.
process.stdout.write(`["end"]\n`);
