import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { ITEM } from "../item.ts";
import { createDistinctLeadBlocks, createLeadBlocks } from "../lead-blocks.ts";

/**
 * A server that responds to `/{count}/leads` with that many leads, generated while they are sent, to `/{count}/distinct/leads` with leads of
 * different keys, to `/{count}/changed/leads` with the same, one in a hundred changed, and to all else with an item.
 */
const json = { "content-type": "application/json" };

const server = createServer((request, response) => {
  request.resume();
  const [, count, kind] = request.url?.match(/^\/(\d+)(?:\/(distinct|changed))?\/leads$/) ?? [];
  // A reader that cancels the response is no failure of the server.
  if (count) pipeline(Readable.from(createBlocks(Number(count), kind)), response.writeHead(200, json), () => {});
  else response.writeHead(200, { ...json, "content-length": Buffer.byteLength(ITEM) }).end(ITEM);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());

function createBlocks(count: number, kind: string | undefined): Generator<Buffer> {
  if (kind === undefined) return createLeadBlocks(count);
  return createDistinctLeadBlocks(count, kind === "changed" ? "changed" : "first");
}
