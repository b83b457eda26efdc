import { availableParallelism } from "node:os";

/** Maps items in order, as many at a time as the machine has processors. */
export async function mapConcurrently<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) made[index] = await make(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}
