// Generated from spec/, do not edit: run `pnpm generate`.

import type { SecurityScheme } from "../security-scheme.js";

/** The credentials that the contract asks for beside `apiKey`, by the names of their security schemes. */
export interface OtherCredentials<_Credential> {}

/** How each credential is sent, where it is not one key in a header for every operation. */
export const securitySchemes: { readonly [option: string]: SecurityScheme } = {};

/** The credentials that an operation needs which does not say otherwise: those of one of the lists. */
export const security: readonly (readonly string[])[] = [];
