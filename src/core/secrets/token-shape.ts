/** How the secrets of one kind look, wherever they stand. */
export interface TokenShape {
  readonly id: string;
  /**
   * Literals of which a text holds at least one when it holds such a secret, in any case if the pattern
   * ignores case. Nearly all text has none, so these are what is looked for first.
   */
  readonly signs: readonly string[];
  /**
   * Global. Starts at a literal and repeats with bounds only, so that it takes linear time. Where there
   * is a group, the first is the secret; otherwise all of it.
   */
  readonly pattern: RegExp;
  /** Whether what the pattern found is a secret, as far as its characters tell. */
  readonly accepts: (secret: string) => boolean;
}

/** A text as a part of a pattern. */
export function escapeForPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
