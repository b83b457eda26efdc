/** Statuses whose response cannot have a body (Fetch standard, "null body status"). */
export const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);
