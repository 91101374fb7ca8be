// One line per rule, sorted. This line is the registration.
export { maxCycles } from "./max-cycles.ts";
