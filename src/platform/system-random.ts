import { randomBytes } from "node:crypto";
import type { Random } from "../core/random.ts";

/** Randomness that nobody can repeat: for ids, and for the seed of a run that names none. */
export const systemRandom: Random = {
  next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
};
