import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findInstalled } from "./find-installed.ts";

const POLICY = resolve(import.meta.dirname, "../../../.github/node-lines.json");
export const NODE_BINARY = "node-*/bin/node";

/** The lines of Node.js that are supported. */
export const nodeLines = JSON.parse(readFileSync(POLICY, "utf8")) as readonly string[];

/** The program of a line of Node.js. */
export function nodeProgram(line: string): Promise<string> {
  return findInstalled(`node-${line}`, NODE_BINARY);
}
