// One line per file: this line is the registration.
export * from "./contradicting-checks.ts";
export * from "./never-holds.ts";
export * from "./idle-mock.ts";
export * from "./unclear-criterion.ts";
export * from "./leaked-answer.ts";
export * from "./case-settings.ts";
export * from "./no-such-output.ts";
export * from "./case-inputs.ts";
export * from "./suite-comments.ts";
export * from "./unreached.ts";
export * from "./idle-human.ts";
export * from "./idle-setting.ts";
export * from "./script-replies.ts";
export * from "./expired-quarantine.ts";
