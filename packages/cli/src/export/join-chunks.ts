const LENGTH = 65_536;

/** Renders values, and joins the texts into chunks that are large enough for a step of a stream. */
export async function* joinChunks<Value>(
  values: Iterable<Value> | AsyncIterable<Value>,
  render: (value: Value) => string,
  head = "",
): AsyncGenerator<string> {
  let chunk = head;
  for await (const value of values) {
    chunk += render(value);
    if (chunk.length < LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
