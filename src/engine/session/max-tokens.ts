const usual = 64_000;
const large = 128_000;
/** Opus from 4.6 on. */
const largeModels = /opus-(?:4[-.][6-9]|[5-9])/;
/** What older models can give at most; they refuse a request for more. */
const ceilings: readonly (readonly [names: RegExp, tokens: number])[] = [
  [/claude-(?:instant|v?[12]\b|3-(?:opus|sonnet|haiku))/, 4_096],
  [/claude-3[-.]5/, 8_192],
  [/opus-4(?:[-.][01])?(?:$|[-@]\d{8}|-latest)|claude-4-opus/, 32_000],
];

/**
 * How long a reply may be: as asked for, or as the service asks where nobody does, but never more than
 * the model can give.
 */
export function maxTokensFor(modelId: string, asked?: number): number {
  const wanted = asked ?? (largeModels.test(modelId) ? large : usual);
  const ceiling = ceilings.find(([names]) => names.test(modelId))?.[1] ?? wanted;
  return Math.min(wanted, ceiling);
}
