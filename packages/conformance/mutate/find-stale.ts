import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutation } from "./mutation.ts";

const sources = join(import.meta.dirname, "../../client/src");

export const sourceOf = (file: string): string => readFileSync(join(sources, file), "utf8");

/** What cannot be tried: its code is not, or not only once, in the source that it names. */
export const findStale = (mutations: readonly Mutation[]): Mutation[] =>
  mutations.filter(({ file, find }) => sourceOf(file).split(find).length !== 2);
