const usual = 64_000;
const large = 128_000;
/** Opus from 4.6 on. */
const largeModels = /opus-(?:4-[6-9]|[5-9])/;

/** How long a reply may be where the flow's prompt does not say. */
export function defaultMaxTokens(modelId: string): number {
  return largeModels.test(modelId) ? large : usual;
}
