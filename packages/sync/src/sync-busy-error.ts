/** Another run holds the lock of the mirror, or of the account and stream. */
export class SyncBusyError extends Error {
  override readonly name = "SyncBusyError";

  constructor() {
    super("another run holds the lock");
  }
}
