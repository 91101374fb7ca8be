/** `{{ canary.name }}`: a text that stands for a secret. */
export const canaryPlace: RegExp = /\{\{\s{0,20}canary\.([a-z][a-z0-9_]{0,99})\s{0,20}\}\}/g;

/** `{{ injection }}`: where an instruction is to stand. */
export const injectionPlace: RegExp = /\{\{\s{0,20}injection\s{0,20}\}\}/g;

/** A text of a mock without what is filled in before it becomes a template over its arguments. */
export function withoutPlaces(text: string): string {
  return text.replaceAll(canaryPlace, "").replaceAll(injectionPlace, "");
}
