/** Says how to get what is missing. */
export class RuntimeUnavailable extends Error {}
