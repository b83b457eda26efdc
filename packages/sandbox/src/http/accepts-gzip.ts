/** Whether the client accepts gzip (RFC 9110, section 12.5.3). */
export function acceptsGzip({ headers }: Request): boolean {
  const codings = (headers.get("accept-encoding") ?? "").split(",");
  return codings.some((coding) => {
    const [name = "", ...parameters] = coding.split(";").map((part) => part.trim().toLowerCase());
    return /^(x-)?gzip$/.test(name) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
