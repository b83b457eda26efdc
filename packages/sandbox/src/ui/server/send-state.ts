import { EncodedList } from "../../http/encoded-list.js";
import { streamChunks } from "../../http/to-response.js";
import type { Store } from "../../seed-data/create-store.js";
import { each } from "../../seed-data/lazy-array.js";

/** Sends a store as JSON, generated as it is read: that of 200 000 records is longer than a string can be. */
export function sendState(store: Store): Response {
  return new Response(streamChunks([], encodeStore(store)), { headers: { "content-type": "application/json" } });
}

function* encodeStore(store: Store): Generator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  for (const [position, [name, list]] of Object.entries(store).entries()) {
    yield encoder.encode(`${position === 0 ? "{" : ","}${JSON.stringify(name)}:`);
    yield* new EncodedList(each(list), (element) => JSON.stringify(element) ?? "null").chunks;
  }
  yield encoder.encode("}");
}
