// One line per command, sorted. This line is the registration.
export { catalog } from "./catalog.ts";
export { compare } from "./compare.ts";
export { evalCommand } from "./eval.ts";
export { explain } from "./explain.ts";
export { fetch } from "./fetch.ts";
export { flow } from "./flow.ts";
export { init } from "./init.ts";
export { lint } from "./lint.ts";
export { report } from "./report.ts";
export { simulate } from "./simulate.ts";
export { tools } from "./tools.ts";
