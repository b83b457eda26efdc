import type { Parameter } from "./document.js";

/** A parameter and its value. */
export interface Given {
  readonly parameter: Parameter;
  readonly value: unknown;
}

export function writePath(template: string, given: readonly Given[]): string {
  return given
    .filter(({ parameter }) => parameter.in === "path")
    .reduce((path, { parameter, value }) => path.replace(`{${parameter.name}}`, writeList(value)), template);
}

/** The parameters in headers, an array joined by commas. */
export function writeHeaders(given: readonly Given[]): Record<string, string> {
  const inHeaders = given.filter(({ parameter }) => parameter.in === "header");
  return Object.fromEntries(inHeaders.map(({ parameter, value }) => [parameter.name.toLowerCase(), String(value)]));
}

/** In the style `form`; without `explode`, an array is joined by commas. */
export function writeQuery(given: readonly Given[]): string {
  return given
    .filter(({ parameter }) => parameter.in === "query")
    .flatMap(({ parameter: { name, explode = true }, value }) => {
      const texts = [value].flat().map(encode);
      return (explode ? texts : [texts.join(",")]).map((text) => `${encode(name)}=${text}`);
    })
    .join("&");
}

function writeList(value: unknown): string {
  return [value].flat().map(encode).join(",");
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
