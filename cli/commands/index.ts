// One line per command, sorted. This line is the registration.
export { evalCommand } from "./eval.ts";
export { explain } from "./explain.ts";
export { flow } from "./flow.ts";
export { simulate } from "./simulate.ts";
