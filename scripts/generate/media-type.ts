/** `application/json`, with parameters or not, a type that ends in `+json`, and ranges that JSON is in. */
export function isJson(mediaType: string): boolean {
  return /^(?:application\/(?:[\w.!#$&^-]+\+)?json|application\/\*|\*\/\*)$/i.test(essenceOf(mediaType));
}

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
}
