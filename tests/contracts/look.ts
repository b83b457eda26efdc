import type { Json } from "./document.ts";
import type { OpenApi } from "./render-files.ts";

/** Follows references. */
export function look(document: OpenApi, value: unknown): Json {
  const node = Object(value) as Json;
  if (typeof node.$ref !== "string") return node;
  const keys = node.$ref.slice(2).split("/");
  const unescaped = keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
  return look(
    document,
    unescaped.reduce<unknown>((owner, key) => (Object(owner) as Json)[key], document),
  );
}
