// One line per reporter, sorted. This line is the registration.
export { html } from "./html.ts";
export { json } from "./json.ts";
export { markdown } from "./markdown.ts";
export { pretty } from "./pretty.ts";
