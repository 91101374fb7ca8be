/** Two trials of a case, as the address of the page names them. */
export interface PairLink {
  readonly suite: string;
  readonly case: string;
  /** From 0; undefined for the one that tells most. */
  readonly trial?: number;
}

/** `#pair=suite/case&trial=2`; trials count from 1 there. */
export function linkToPair({ suite, case: id, trial }: PairLink): string {
  const which = trial === undefined ? "" : `&trial=${trial + 1}`;
  return `#pair=${encodeURIComponent(suite)}/${encodeURIComponent(id)}${which}`;
}

/** The case that an address names; undefined where it names none. */
export function readPairLink(hash: string): PairLink | undefined {
  const [, suite = "", id = "", trial] =
    /^#pair=([^/&]+)\/([^/&]+)(?:&trial=(\d{1,6}))?/u.exec(hash) ?? [];
  if (suite === "" || id === "") return undefined;
  const number = Number(trial ?? "0");
  return {
    suite: decoded(suite),
    case: decoded(id),
    ...(number > 0 && { trial: number - 1 }),
  };
}

/** Somebody may have cut an address short. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
