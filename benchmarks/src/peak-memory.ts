import { readFileSync } from "node:fs";

/** On Linux, `maxRSS` of a child process includes its parent's memory; the high water mark (VmHWM) does not. */
export function peakMemory(): number {
  try {
    const [, kilobytes] = readFileSync("/proc/self/status", "utf8").match(/^VmHWM:\s+(\d+) kB$/m) ?? [];
    if (kilobytes) return Number(kilobytes) * 1024;
  } catch {}
  return process.resourceUsage().maxRSS * 1024;
}
