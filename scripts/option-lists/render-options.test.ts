import { expect, test } from "vitest";
import { renderOptions } from "./render-options.ts";

const source = `
interface Other { readonly a?: string }
export interface Options extends Other {
  /** Timeout of an attempt, in milliseconds. @default 30_000 */
  readonly timeoutMs?: number | undefined;
  /**
   * A function, or
   * its name. @default \`fetch\`, looked up at call time
   */
  fetch?: string | ((url: string) => Promise<{ readonly ok?: boolean | undefined }>) | undefined;
  /** Ends the call. */
  signal?: AbortSignal;
  /** Whether there is a key. @default false */
  hasKey?: boolean;
}`;

test("renderOptions lists type, default and text of every member", () => {
  expect(renderOptions(source, "Options", "").split("\n")).toEqual([
    "- **`timeoutMs`** (`number`; default: 30 000): Timeout of an attempt, in milliseconds.",
    "- **`fetch`** (`string | ((url: string) => Promise<{ ok?: boolean }>)`; default: `fetch`, looked up at call time): A function, or its name.",
    "- **`signal`** (`AbortSignal`): Ends the call.",
    "- **`hasKey`** (`boolean`; default: `false`): Whether there is a key.",
  ]);
});

test("renderOptions puts the prefix before each name", () => {
  expect(renderOptions(source, "Options", "retries.")).toContain("- **`retries.signal`** (");
});

test("renderOptions rejects a member without JSDoc", () => {
  expect(() => renderOptions(source, "Other", "")).toThrow("a has no JSDoc");
});

test("renderOptions rejects an unknown interface", () => {
  expect(() => renderOptions(source, "Missing", "")).toThrow("no interface Missing");
});
