/** Finds by binary search the first index that a test rejects; it must accept all indices before that and none after. */
export function partitionPoint(length: number, accepts: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (accepts(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
