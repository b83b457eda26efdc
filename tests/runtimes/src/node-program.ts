import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findInstalled } from "./find-installed.ts";

const POLICY = resolve(import.meta.dirname, "../../../.github/node-lines.json");
export const NODE_BINARY = "node-*/bin/node";

/** The supported release lines of Node.js. */
export const nodeLines = JSON.parse(readFileSync(POLICY, "utf8")) as readonly string[];

/** The program of a release line of Node.js. */
export function nodeProgram(line: string): Promise<string> {
  return findInstalled(`node-${line}`, NODE_BINARY);
}
