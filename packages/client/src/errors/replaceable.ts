/** As in the errors of the platform, since loggers and test runners assign to fields of an error. */
export const REPLACEABLE = { writable: true, configurable: true };

/** Defines fields that printing shows by other means, if at all. A console shows a cause that is undefined. */
export function defineHidden(error: Error, fields: object): void {
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) Object.defineProperty(error, key, { value, ...REPLACEABLE });
  }
}
