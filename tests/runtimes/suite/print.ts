/** Sends console output to the observer of the runtime, and returns what an error shows. */
export function print(value: unknown): string {
  console.log(value);
  return value instanceof Error ? `${value.message}${value.stack}` : String(value);
}
