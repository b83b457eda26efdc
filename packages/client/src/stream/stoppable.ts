/**
 * The reason of an abort when a consumer has stopped reading. An error, since code around `fetch` puts the reason of an
 * abort into a text, which a symbol rejects.
 */
export class Stopped extends Error {
  override readonly name = "AbortError";
}

/** The key of async iterators. Babel uses this text for `for await` in engines without the symbol, as in React Native. */
export const ASYNC_ITERATOR: typeof Symbol.asyncIterator =
  Symbol.asyncIterator ?? /* The types have no such engine. */ ("@@asyncIterator" as never);

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
    [ASYNC_ITERATOR]() {
      return this;
    },
  };
}
