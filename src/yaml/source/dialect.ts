import { type SourceLimits, serviceLimits, strictLimits } from "./limits.ts";

/** What differs between the two ways to read YAML before a value is made of it. */
export interface Dialect {
  readonly version: "1.1" | "1.2";
  readonly limits: SourceLimits;
  /** Characters that a text may not hold; global. */
  readonly forbidden: RegExp;
  /** Line breaks that the library does not take for one, each a single character; global. */
  readonly otherLineBreaks: RegExp;
  /** Whether the places where PyYAML is stricter than YAML are errors. */
  readonly pyYaml: boolean;
}

// oxlint-disable no-control-regex

/** As PyYAML's reader and scanner take a text. */
export const serviceDialect: Dialect = {
  version: "1.1",
  limits: serviceLimits,
  forbidden: /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uFFFD]/g,
  otherLineBreaks: /\r(?!\n)|\u0085/g,
  pyYaml: true,
};

/** YAML 1.2, and with it JSON. */
export const strictDialect: Dialect = {
  version: "1.2",
  limits: strictLimits,
  forbidden: /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g,
  otherLineBreaks: /\r(?!\n)/g,
  pyYaml: false,
};
