/** References and stand-ins that people write where a secret would be; the paragraph on secrets asks for them. */
const placeholder =
  /^(?:\$[({]{0,2}[A-Za-z_]|\{\{|\{[A-Za-z_]|<|%[A-Za-z_]|\[?redacted|(?:process|import\.meta)\.env|os\.(?:environ|getenv)|secrets?\.|vault:|file:|x{3,}|\*{3,}|\.{3,}|your[-_ ]|my[-_]|some[-_]|change[-_]?me|example|dummy|sample|fake|test|placeholder|todo|none$|null$|true$|false$)/iu;

/** Whether a value in the place of a secret is a reference to one, or a stand-in. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || /EXAMPLE/u.test(value) || /^(.)\1*$/u.test(value);
}
