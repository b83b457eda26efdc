/** OpenAPI 3.0, Path Item Object: the keys of operations. */
export const METHODS: readonly string[] = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
