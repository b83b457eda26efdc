import { contract, json, number, object, parameter, ref, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

const Row = object({ id: text });

function operation(operationId: string, more: object = {}) {
  return { operationId, ...more, responses: { 200: json(ref("Row")), 404: json(ref("Row")) } };
}

/** Literal segments and templates that match the same URL, in either order. */
export function overlapping(order: "first" | "last"): OpenApi {
  const item = { parameters: [parameter("rowId", text, "path")] };
  const paths = Object.entries({
    "/rows/{rowId}": { ...item, get: operation("getRow"), delete: operation("deleteRow") },
    "/rows/recent": { get: operation("getRecent", { parameters: [parameter("since")] }) },
    "/rows/{rowId}.json": { ...item, get: operation("getRowFile") },
    "/rows/{rowId}:archive": { ...item, post: operation("createArchive") },
    "/rows/row-{rowId}": { ...item, get: operation("getNumbered") },
    "/rows/{rowId}/parts": { ...item, get: operation("getParts") },
    "/rows/all/{rowId}": { ...item, get: operation("getPart") },
    "/rows/all/parts": { get: operation("getAllParts") },
  });
  return contract(Object.fromEntries(order === "first" ? paths : paths.reverse()), { schemas: { Row } });
}

/** A template, and a literal path with a sign that a value has only encoded. */
export function literalWith(sign: string): OpenApi {
  const paths = {
    "/rows/{rowId}": { parameters: [parameter("rowId", text, "path")], get: operation("getRow") },
    [`/rows/a${sign}b`]: { get: operation("getLiteral") },
  };
  return contract(paths, { schemas: { Row } });
}

/** Two paths with the same amount of literal text. */
export function equallyLiteral(order: "first" | "last"): OpenApi {
  const parameters = [parameter("rowId", text, "path")];
  const paths = Object.entries({
    "/rows/row-{rowId}": { parameters, get: operation("getRowAfter") },
    "/rows/{rowId}-row": { parameters, get: operation("getRowBefore") },
  });
  return contract(Object.fromEntries(order === "first" ? paths : paths.reverse()), { schemas: { Row } });
}

/** Names of path parameters that are no JavaScript identifiers, and values of each type. */
export const oddPathNames = contract(
  {
    "/a/{row-id}/{constructor}": {
      parameters: [parameter("row-id", text, "path"), parameter("constructor", number, "path")],
      get: operation("getOne"),
    },
    "/b/{größe}/{a.b}/{x y}/{$filter}": {
      parameters: ["größe", "a.b", "x y", "$filter"].map((name) => parameter(name, text, "path")),
      get: operation("getTwo"),
    },
  },
  { schemas: { Row } },
);
