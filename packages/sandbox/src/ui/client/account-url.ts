/** The URL of a path below `/_sandbox/`, for the account that the page shows. */
export function accountUrl(path: string): string {
  const account = new URLSearchParams(location.search).get("account");
  if (account === null) return `/_sandbox/${path}`;
  return `/_sandbox/${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ account })}`;
}
