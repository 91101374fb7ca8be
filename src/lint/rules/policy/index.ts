// One line per rule, sorted. This line is the registration.
export { literalSecrets } from "./literal-secrets.ts";
