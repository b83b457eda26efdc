/** Statuses whose response cannot have a body (Fetch Standard, "null body status"). */
export const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);
