/**
 * Takes secrets out of a text. A result is redacted first, then cut, then sanitized: so what was cut is
 * no longer JSON, and the tags of the notice about it are written as entities too.
 */
export type Redact = (text: string) => string;
