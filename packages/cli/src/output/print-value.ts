import { isRecord } from "@serviceform/records";
import type { Io } from "../io.js";
import { bold } from "./color.js";
import { createWriter } from "./create-writer.js";
import { display, fit, widthOf } from "./display.js";

/** Prints what an operation returned: as JSON, or on a terminal a line a field. Nothing where nothing came back. */
export async function printValue(
  value: unknown,
  { json = false, io }: { readonly json?: boolean; readonly io: Io },
): Promise<void> {
  const writer = createWriter(io.stdout);
  if (value === undefined) {
    if (json) await writer.write("null\n");
  } else if (json || !io.stdout.isTTY || !isRecord(value)) await writer.write(`${JSON.stringify(value)}\n`);
  else await writer.write(toLines(value, io));
  await writer.flush();
}

function toLines(value: object, io: Io): string {
  const width = Math.max(0, ...Object.keys(value).map(widthOf));
  const lines = Object.entries(value).map(
    ([name, inner]) => `${bold(fit(display(name), width), io)}  ${display(inner)}\n`,
  );
  return lines.join("");
}
