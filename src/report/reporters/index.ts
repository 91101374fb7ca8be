// One line per reporter, sorted. This line is the registration.
export { csv } from "./csv.ts";
export { html } from "./html.ts";
export { json } from "./json.ts";
export { junit } from "./junit.ts";
export { markdown } from "./markdown.ts";
export { openmetrics } from "./openmetrics.ts";
export { pretty } from "./pretty.ts";
