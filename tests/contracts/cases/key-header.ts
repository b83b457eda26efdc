import { contract } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

export function keyIn(header: string): OpenApi {
  return contract(
    { "/rows": { get: { operationId: "getRows", responses: { 204: { description: "None." } } } } },
    { securitySchemes: { key: { type: "apiKey", in: "header", name: header } } },
  );
}
