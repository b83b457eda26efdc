/** Thrown if a newer version of pg-boss has changed the tables of a queue. */
export class QueueVersionError extends Error {
  override readonly name = "QueueVersionError";

  constructor(version: number, known: number) {
    super(`the queue has version ${version}, and the installed pg-boss knows ${known}; install a newer pg-boss`);
  }
}
