/** An array whose elements hold what could be taken for their ends. */
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
