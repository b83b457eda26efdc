/** An array whose elements contain text that looks like the end of an element. */
export const elements = [
  { id: 'a,]}[{"' },
  'text with \\ and "quotes", é😀',
  [1, [2, [3]]],
  null,
  true,
  -1.5e3,
  {},
  [],
  "",
];
export const text = JSON.stringify(elements);
