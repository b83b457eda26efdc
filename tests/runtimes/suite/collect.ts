/** All elements of a stream; Node 20 has no `Array.fromAsync`. */
export async function collect<Element>(stream: AsyncIterable<Element>): Promise<Element[]> {
  const elements: Element[] = [];
  for await (const element of stream) elements.push(element);
  return elements;
}
