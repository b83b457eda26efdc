/** The methods of operations that the client can call, as a path item has them and as HTTP has them. */
export const METHODS = { get: "GET", put: "PUT", post: "POST", delete: "DELETE", patch: "PATCH" } as const;

export function isMethod(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name);
}
