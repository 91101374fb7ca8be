/** In what the models behind the Messages API differ, as far as a request must know. */
export interface ModelTraits {
  /** Takes `temperature`; others refuse the parameter. */
  readonly temperature: boolean;
  /** Continues a last message of the assistant; others refuse it. */
  readonly prefill: boolean;
  /** Takes a `tool_choice` that forces a call; others refuse it. */
  readonly forcedTools: boolean;
}

const unknown: number = Infinity;
const firstWithoutForcedTools: Readonly<Record<string, number>> = {
  fable: 501,
  mythos: 501,
  opus: 505,
};

/**
 * What a model takes, told from its name. A name that says no version is treated as the newest
 * models are: what those take, all take.
 */
export function modelTraits(model: string): ModelTraits {
  const { family, version } = versionOf(model);
  return {
    temperature: version <= 406,
    prefill: version < 406,
    forcedTools: version < (firstWithoutForcedTools[family] ?? Infinity) || version === unknown,
  };
}

/** `claude-opus-4-7` is opus 407; `claude-3-5-sonnet-20241022` is sonnet 305. */
function versionOf(model: string): { readonly family: string; readonly version: number } {
  // A script's name is the name of a file, which may say anything.
  if (model.startsWith("script/")) return { family: "", version: unknown };
  const named = /claude-([a-z]+)-(\d{1,2})(?!\d)(?:[-.](\d{1,2})(?!\d))?/.exec(model);
  if (named !== null) return { family: named[1] ?? "", version: numberOf(named[2], named[3]) };
  const old = /claude-(\d{1,2})(?!\d)(?:[-.](\d{1,2})(?!\d))?(?:-([a-z]+))?/.exec(model);
  if (old !== null) return { family: old[3] ?? "", version: numberOf(old[1], old[2]) };
  return { family: "", version: unknown };
}

function numberOf(major: string | undefined, minor: string | undefined): number {
  return Number(major) * 100 + Number(minor ?? 0);
}
