// One line per reporter, sorted. This line is the registration.
export { codequality } from "./codequality.ts";
export { github } from "./github.ts";
export { json } from "./json.ts";
export { junit } from "./junit.ts";
export { markdown } from "./markdown.ts";
export { pretty } from "./pretty.ts";
export { sarif } from "./sarif.ts";
