/** What all of several names begin with, up to a dash: `docs-` of `docs-api` and `docs-guide`; empty for one name. */
export function commonStart(names: readonly string[]): string {
  const [first = "", ...others] = new Set(names);
  if (others.length === 0) return "";
  const common = others.reduce((start, name) => start.slice(0, sharedLength(start, name)), first);
  return common.slice(0, common.lastIndexOf("-") + 1);
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
