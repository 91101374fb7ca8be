/** The last words of a one-off component's rounds; the compat mode looks for parts of them. */
export const successMarker: string = "executed successfully";
export const remainingMarker: string = "attempts remaining";
export const exhaustedMarker: string = `0 ${remainingMarker}`;

/** One failed call of a round, numbered from 1. */
export interface FailedCall {
  readonly number: number;
  readonly args: string;
  readonly error: string;
}

interface OneOffTexts {
  readonly noTools: string;
  readonly success: string;
  readonly noCalls: string;
  failure(failed: readonly FailedCall[], remaining: number): string;
}

/** What a one-off component says to its model, in our own words with the service's meaning. */
export const oneOffTexts: OneOffTexts = {
  noTools: `No tools are configured, so nothing can be executed: ${exhaustedMarker}.`,
  success: `All tool calls were ${successMarker}.`,
  noCalls:
    "Your message calls no tool. If something really keeps you from it, sum up what it is and stop. If it was an oversight, answer again with the tool calls.",
  failure: (failed, remaining) =>
    [
      "The tool calls failed:",
      ...failed.map(({ number, args, error }) => `- tool ${number} with ${args}: ${error}`),
      `Correct the calls and make them again. ${remaining} ${remainingMarker}.`,
    ].join("\n"),
};
