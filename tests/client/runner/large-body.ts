export const MIB = 2 ** 20;

/** A body of chunks of one MiB between a head and a tail, and how much of it was read. */
export interface LargeBody {
  readonly state: { downloads: number; sent: number; cancelled: number };
  readonly fetch: () => Promise<Response>;
}

export function createLargeBody(chunks: number, head: string, tail: string): LargeBody {
  const state = { downloads: 0, sent: 0, cancelled: 0 };
  const chunk = Buffer.alloc(MIB, "x");
  const fetch = async (): Promise<Response> => {
    state.downloads += 1;
    let sent = -1;
    return new Response(
      new ReadableStream(
        {
          pull(controller) {
            if (sent < 0) controller.enqueue(Buffer.from(head));
            else if (sent < chunks) controller.enqueue(chunk);
            else {
              controller.enqueue(Buffer.from(tail));
              controller.close();
            }
            sent += 1;
            state.sent = Math.max(state.sent, sent);
          },
          cancel() {
            state.cancelled += 1;
          },
        },
        { highWaterMark: 0 },
      ),
    );
  };
  return { state, fetch };
}
