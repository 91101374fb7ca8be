/**
 * Why cases are not compared: another question is asked; one side is a script or a replay and the other is
 * not; the same model was served as another version; another judge decided; other numbers of trials decide.
 */
export type Obstacle = "changed" | "kind" | "served_model" | "judge" | "trials";

/** All of them, for flags: what comes first says most. */
export const obstacles: readonly Obstacle[] = [
  "changed",
  "kind",
  "served_model",
  "judge",
  "trials",
];

/** An obstacle with the cases that it concerns. */
export interface ObstacleReason {
  readonly obstacle: Obstacle;
  /** One line, with both values where they are short. */
  readonly message: string;
  /** Names (`suite/case`), sorted. */
  readonly cases: readonly string[];
  /** Somebody asked to compare all the same. */
  readonly allowed: boolean;
}

/** What of two systems can be compared, and why not the rest. */
export interface Comparability {
  /** Cases that are compared, in one metric at least. */
  readonly paired: number;
  /** Names (`suite/case`) of what only one of them has, sorted. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** Cases of both that do not ask the same, sorted; left out unless that is allowed. */
  readonly changed: readonly string[];
  /** Cases in quarantine on either side: they decide nothing and are in no number; sorted. */
  readonly quarantined: readonly string[];
  readonly reasons: readonly ObstacleReason[];
}
