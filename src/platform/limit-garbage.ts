import { setFlagsFromString } from "node:v8";

/** In percent of what is in use. Less of it would cost more time than it saves memory. */
const mostGarbage = 100;

/**
 * Has memory that is not needed any more collected before it is more than what is in use, from now on. Left
 * alone, the engine of Node lets it grow to three times that: a long run would seem to need ever more.
 */
export function limitGarbage(): void {
  setFlagsFromString(`--heap-growing-percent=${mostGarbage}`);
}
