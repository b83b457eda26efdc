import { renderOverview } from "./render-overview.ts";
import { renderPicture } from "./render-picture.ts";
import type { Results } from "./render-results.ts";

/** The pictures of all results by their file names. */
export function drawPictures(results: Results): ReadonlyMap<string, string> {
  const pictures = Object.entries(results).flatMap(([name, { picture }]) =>
    picture ? [[`${name}.svg`, renderPicture(picture)] as const] : [],
  );
  const shown = ["size", "overhead"].flatMap((name) => results[name]?.picture ?? []);
  return new Map([...pictures, ["overview.svg", renderOverview(shown)]]);
}
