/** Headers that the client or the runtime sets. */
const RESERVED =
  /^(?:content-.+|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer|accept|cookie|user-agent)$/;

/** Whether a header can be used for a key or a parameter. */
export function isReservedHeader(name: string): boolean {
  return !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || RESERVED.test(name.toLowerCase());
}
