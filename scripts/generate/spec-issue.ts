import { relative, resolve } from "node:path";
import { getLineColLocation, type NormalizedProblem } from "@redocly/openapi-core";
import { encodePercent, parsePointer, valueAt } from "../openapi/pointer.ts";
import { parseYamlIfValid } from "./parse-yaml.ts";
import type { SpecIssue } from "./spec-error.ts";
import { tidyMessage, toReadFailure } from "./tidy-message.ts";
import { describeTaken } from "./unusable-keys.ts";

type Location = NormalizedProblem["location"][number];

/** The position of a value; of its key, if the value has none, as nothing after a colon. */
function positionOf(given: Location): { line: number; col: number } {
  const place = given.pointer === undefined ? given : { ...given, pointer: encodePercent(given.pointer) };
  const { start } = getLineColLocation(place);
  const isUnknown = start.line === 1 && start.col === 1 && place.pointer !== "#/";
  return isUnknown ? getLineColLocation({ ...place, reportOnKey: true }).start : start;
}

/** The message, with the target of a reference that leads to nothing, of which Redocly gives the place alone. */
function describe(message: string, { source, pointer = "#/" }: Location): string {
  const [, path] = /^#\/paths\/([^/]+)$/.exec(pointer) ?? [];
  if (path !== undefined && message === `Property \`${path}\` is not expected here.`)
    return `The path \`${path}\` does not begin with a slash; write /${path}.`;
  // YAML reads an unquoted 1.0 as a number.
  if (/^Expected type `string` but got `(?:integer|number|boolean)`\.$/.test(message))
    return message.replace(/\.$/, "; write it in quotes.");
  if (message !== "Can't resolve $ref") return message;
  const root = roots.get(source) ?? parseYamlIfValid(source.body);
  roots.set(source, root);
  const node = valueAt(root, parsePointer(pointer));
  const { $ref = node } = Object(node) as { $ref?: unknown };
  return `${message}: ${$ref} does not exist; add it, or correct the reference`;
}

/** Files with such references, which are parsed once. */
const roots = new WeakMap<object, unknown>();

/** An issue that Redocly found in the files of a spec, with its file and line. */
export function toSpecIssue({ message, location: [place] }: NormalizedProblem, specDir: string): SpecIssue {
  if (place === undefined) return toReadFailure(message, specDir);
  const { line, col } = positionOf(place);
  // Redocly takes the member of its own objects for the rule that the value must match.
  const isTaken = place.pointer?.endsWith("/constructor");
  const isMapping = place.pointer?.includes("/discriminator/mapping/");
  const advice = isMapping
    ? "; write what a discriminator maps to as the name of a schema in components, or as a reference, such as ./Dog.yaml or #/components/schemas/Dog"
    : "";
  return {
    file: relative(resolve(specDir), place.source.absoluteRef),
    position: `${line}:${col}`,
    message: isTaken ? describeTaken("constructor") : `${tidyMessage(describe(message, place), specDir)}${advice}`,
  };
}
