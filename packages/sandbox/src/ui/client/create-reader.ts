import { announce } from "./announce.js";
import { readJson } from "./read-json.js";

/** Reads data for a view to draw; a later read replaces one that is pending. */
export function createReader<Value>(): (path: string, draw: (value: Value) => void) => Promise<void> {
  let reading = new AbortController();
  return async (path, draw) => {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    try {
      draw(await readJson<Value>(path, signal));
    } catch (error) {
      if (!signal.aborted) announce((error as Error).message, "error");
    }
  };
}
