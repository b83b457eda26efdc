// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

/** Bodies that are not objects of named properties. */
export const usesWholeBodies: boolean = false;

/** Bodies that accept undeclared properties. */
export const usesOpenBodies: boolean = false;

/** Optional bodies with required properties. */
export const usesOmittedBodies: boolean = false;

/** Request bodies of another media type than `application/json`. */
export const usesBodyMedia: boolean = false;

/** Parameters in headers. */
export const usesHeaderParameters: boolean = false;

/** Paths that a path value can turn into that of another operation. */
export const usesShadows: boolean = false;

/** Parameters that are arrays in one value, or objects. */
export const usesStyles: boolean = false;

/** Successes that are neither an object nor an array, or whose body may be missing. */
export const usesAnyJson: boolean = false;

/** Successes of several statuses, each with its own body. */
export const usesSeveralSuccesses: boolean = false;

/** Successes of another media type than `application/json`. */
export const usesMedia: boolean = false;

/** Successes that are text, such as CSV. */
export const usesText: boolean = false;

/** Successes that are bytes. */
export const usesBinary: boolean = false;

/** Successes that are server-sent events. */
export const usesEvents: boolean = false;

/** Operations with their own server. */
export const usesOwnServers: boolean = false;

/** Lists with pagination. */
export const usesPages: boolean = false;

/** Any security but one key in a header for every operation. */
export const usesSecuritySchemes: boolean = false;

/** The bodies that are passed to `fetch`. */
export type SentBody = string;
