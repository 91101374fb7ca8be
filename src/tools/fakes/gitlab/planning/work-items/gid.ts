/** `gid://gitlab/WorkItem/7`: how GraphQL identifies things. */
export function gid(kind: string, id: number): string {
  return `gid://gitlab/${kind}/${String(id)}`;
}

/** The number of a global id of one of some kinds, or of digits; undefined for anything else. */
export function numberOfGid(text: string, kinds: readonly string[]): number | undefined {
  const match = /^(?:gid:\/\/gitlab\/([A-Za-z:]+)\/)?([0-9]{1,15})$/.exec(text);
  if (match === null || (match[1] !== undefined && !kinds.includes(match[1]))) return undefined;
  return Number(match[2]);
}

/** A time as GraphQL writes it: without milliseconds. */
export function graphqlTime(time: string | null): string | null {
  return time === null ? null : time.replace(/\.[0-9]{3}Z$/, "Z");
}
