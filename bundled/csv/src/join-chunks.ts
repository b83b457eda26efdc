const LENGTH = 65_536;

/**
 * Renders values, and joins the texts into chunks that are large enough for a step of a stream. If the values break
 * off, those before are in a last chunk.
 */
export async function* joinChunks<Value>(
  values: Iterable<Value> | AsyncIterable<Value>,
  render: (value: Value) => string,
  head = "",
): AsyncGenerator<string> {
  let chunk = head;
  let hasValues = false;
  try {
    for await (const value of values) {
      chunk += render(value);
      hasValues = true;
      if (chunk.length < LENGTH) continue;
      yield chunk;
      chunk = "";
    }
  } catch (error) {
    if (hasValues && chunk !== "") yield chunk;
    throw error;
  }
  if (chunk !== "") yield chunk;
}
