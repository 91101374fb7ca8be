// One line per reporter, sorted. This line is the registration.
export { json } from "./json.ts";
export { pretty } from "./pretty.ts";
