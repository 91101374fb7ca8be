/** Colors as the page defines them for light and dark, with one that can be seen on both. */
export const colors = {
  text: "currentColor",
  faint: "var(--chart-faint, #7a828e)",
  a: "var(--chart-a, #7a5ea8)",
  b: "var(--chart-b, #2f7fd1)",
  good: "var(--chart-good, #2e9e5b)",
  bad: "var(--chart-bad, #d64545)",
  unsure: "var(--chart-unsure, #b58112)",
} as const;
