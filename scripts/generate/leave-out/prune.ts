import { listItems, SHARED } from "./list-operations.ts";
import { keysAt, locate } from "./locate.ts";
import { isWithin, outwards, splitPlace, toPlace, within } from "./place.ts";
import type { PlacedIssue, Selection } from "./select-operations.ts";
import type { SourceFiles } from "./source-files.ts";

/** Removes from parsed files what the kept operations do not need: other operations, components, and parts with issues. */
export function prune(files: SourceFiles, { kept, rejected, needed, others }: Selection): void {
  for (const one of others) removePart(files, one);
  for (const { place } of rejected) if (!kept.some((one) => one.place === place)) remove(files, place);
  const used = new Set([...needed].flatMap(outwards));
  const paths = toPlace(files.root, "#/paths");
  const ownPaths = rejected.map(({ path }) => within(paths, path));
  const touched = new Set([...ownPaths, ...others.flatMap(({ place }) => outwards(place))]);
  // The parameters of a path without operations can be those of others.
  for (const key of keysAt(files, paths)) {
    const place = within(paths, key);
    if ((touched.has(place) || isIdle(files, place)) && !used.has(place)) remove(files, place);
  }
  const components = toPlace(files.root, "#/components");
  for (const section of keysAt(files, components)) {
    const names = keysAt(files, within(components, section));
    for (const place of names.map((name) => within(within(components, section), name)))
      if (!used.has(place)) remove(files, place);
  }
}

/** Whether a path has only what applies to operations, and none of these. */
function isIdle(files: SourceFiles, place: string): boolean {
  const keys = keysAt(files, place);
  return keys.includes("parameters") && keys.every((key) => SHARED.includes(key) || key.startsWith("x-"));
}

/** Removes a part that is no operation or component: a field of the document, of its `info`, or of a path. */
function removePart(files: SourceFiles, { place }: PlacedIssue): void {
  const { file, keys } = splitPlace(place);
  const [field = "", inner = ""] = keys;
  if (file === files.root && field === "info") remove(files, [field, inner].reduce(within, `${file}#`));
  else if (file === files.root && field !== "paths" && field !== "components") remove(files, within(`${file}#`, field));
  else if (file === files.root && field === "components" && keys.length < 3) remove(files, place);
  else removeField(files, place);
}

/** Removes the field of a path, in any file, that contains a place. */
function removeField(files: SourceFiles, place: string): void {
  const paths = toPlace(files.root, "#/paths");
  const items = new Set(keysAt(files, paths).flatMap((path) => listItems(files, within(paths, path))));
  for (const item of items) {
    const [key] = isWithin(place, item) ? splitPlace(place).keys.slice(splitPlace(item).keys.length) : [];
    if (key !== undefined) remove(files, within(item, key));
  }
}

function remove(files: SourceFiles, place: string): void {
  const { file, keys } = splitPlace(place);
  const { value: owner } = locate(files, keys.slice(0, -1).reduce(within, `${file}#`));
  if (typeof owner === "object" && owner !== null) Reflect.deleteProperty(owner, keys.at(-1) ?? "");
}
