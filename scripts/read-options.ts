import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** Reads the options of a script. Prints what is wrong with them, without a stack trace, and exits with 1. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
