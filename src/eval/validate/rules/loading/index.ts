// One line per file: this line is the registration.
export * from "./suite-cases.ts";
export * from "./suite-checks.ts";
export * from "./suite-files.ts";
export * from "./suite-form.ts";
export * from "./suite-gates.ts";
export * from "./suite-mocks.ts";
export * from "./suite-rows.ts";
export * from "./suite-safety.ts";
export * from "./suite-target.ts";
