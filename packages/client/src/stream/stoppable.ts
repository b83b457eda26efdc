/**
 * The reason of an abort when a consumer has stopped reading. An error, since code around `fetch` puts the reason of an
 * abort into a text, which a symbol rejects.
 */
export class Stopped extends Error {
  override readonly name = "AbortError";
}

/** Lets a consumer stop at once, even while it awaits the next value: the generator then throws `Stopped`, or ends. */
export function stoppable<Value>(
  generate: (controller: AbortController) => AsyncGenerator<Value, void, undefined>,
): AsyncIterableIterator<Value> {
  const controller = new AbortController();
  const values = generate(controller);
  const stop = (): void => controller.abort(new Stopped("the consumer stopped reading"));
  return {
    next: () => values.next(),
    return: () => {
      stop();
      return values.return();
    },
    throw: (error) => {
      stop();
      return values.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
