/** As in the errors of the platform, since loggers and test runners assign to fields of an error. */
export const REPLACEABLE = { writable: true, configurable: true };

/**
 * Defines fields that printing shows by other means, if at all; none that are undefined, since a console would show such
 * a cause.
 */
export function defineHidden(error: Error, fields: object): void {
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) Object.defineProperty(error, key, { value, ...REPLACEABLE });
  }
}
