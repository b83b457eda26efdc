import * as types from "@serviceform/types";
import { bundle } from "../bundle.ts";
import type { Metric } from "../metric.ts";
import { OURS, peers, RAW } from "../peer.ts";
import { atMost, times, whole } from "../result.ts";
import { sizeLimit } from "../size-budget.ts";

/** The size of a bundle: the operations that every peer has, and for our client all operations of the contract. */
export const size: Metric = async () => {
  const bundles = await Promise.all(
    peers.map(async (peer) => ({ peer, ...(await bundle(`./peers/${peer.name}/create.ts`, "create")) })),
  );
  bundles.sort((left, right) => left.gzip - right.gzip);
  const bundleOf = (name: string) => bundles.find(({ peer }) => peer.name === name);
  const bytesOf = (name: string): number => bundleOf(name)?.gzip ?? Number.NaN;
  const count = Object.keys(types.operationTable).length;
  return {
    method: "esbuild, minified, for browsers, gzip -9; all operations stay reachable.",
    tables: [
      {
        columns: ["peer", "bytes, gzip", "bytes", "× raw fetch"],
        rows: bundles.map(({ peer, gzip, minified }) => [
          peer.label,
          whole(gzip),
          whole(minified),
          times(gzip / bytesOf(RAW)),
        ]),
      },
      {
        title: "The sources of @serviceform/client, minified",
        columns: ["file", "bytes"],
        rows: (bundleOf(OURS)?.files ?? []).map(([file, bytes]) => [file, whole(bytes)]),
      },
    ],
    targets: [atMost(`bundle of ${count} operations, gzip bytes`, bytesOf(OURS), sizeLimit(count, types), whole)],
    picture: {
      title: "Bundle, bytes after gzip",
      series: ["gzip"],
      bars: bundles.map(({ peer, gzip }) => ({ label: peer.label, values: [gzip], ours: peer.name === OURS })),
      unit: "",
      decimals: 0,
    },
  };
};
