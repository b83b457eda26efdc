import { escapePointer, parsePointer } from "../../openapi/pointer.ts";

// A place is a file and a JSON pointer, in which each key is escaped alike, and # as ~2, which a path can contain:
// `/spec/openapi.yaml#/paths/~1pets`.

export function toPlace(file: string, pointer: string): string {
  const keys = pointer === "#/" ? [] : parsePointer(pointer);
  return keys.reduce(within, `${file}#`);
}

export function within(place: string, key: string): string {
  return `${place}/${escapePointer(key).replaceAll("#", "~2")}`;
}

export function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

/** The place itself and those that contain it, up to its whole file. */
export function outwards(place: string): string[] {
  const found = [place];
  const start = place.lastIndexOf("#") + 1;
  for (let end = place.lastIndexOf("/"); end >= start; end = place.lastIndexOf("/", end - 1))
    found.push(place.slice(0, end));
  return found;
}

export function splitPlace(place: string): { file: string; keys: string[] } {
  const end = place.lastIndexOf("#");
  const keys = place.slice(end).split("/").slice(1);
  return { file: place.slice(0, end), keys: keys.map(unescapeKey) };
}

function unescapeKey(key: string): string {
  return key.replaceAll("~2", "#").replaceAll("~1", "/").replaceAll("~0", "~");
}
