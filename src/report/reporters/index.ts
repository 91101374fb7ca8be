// One line per reporter, sorted. This line is the registration.
export { json } from "./json.ts";
export { junit } from "./junit.ts";
export { pretty } from "./pretty.ts";
