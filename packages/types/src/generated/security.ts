// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

import type { SecurityScheme } from "../security-scheme.js";

/** The credentials that the contract requires beside `apiKey`, by the names of their security schemes. */
export interface OtherCredentials {}

/** How each credential is sent, unless it is one key in a header for every operation. */
export const securitySchemes: { readonly [option: string]: SecurityScheme } = {};

/** The default credentials of an operation: those of one of the lists. */
export const security: readonly (readonly string[])[] = [];
