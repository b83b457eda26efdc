/** Whether a value is a web stream, which React Native does not have. */
export function isStream(value: unknown): value is ReadableStream {
  return typeof ReadableStream === "function" && value instanceof ReadableStream;
}
