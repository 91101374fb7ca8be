/** How judges are asked. */
export interface Judging {
  /** How often each of them is asked the same; odd. */
  readonly votes: number;
  /** Whether every criterion and rubric is a request of its own; else those of a moment are one. */
  readonly isolate: boolean;
}

/** How judges are asked, by suite, then configuration: once, about everything of a moment. */
export function judgingOf(...settings: readonly Partial<Judging>[]): Judging {
  return {
    votes: settings.find(({ votes }) => votes !== undefined)?.votes ?? 1,
    isolate: settings.find(({ isolate }) => isolate !== undefined)?.isolate ?? false,
  };
}

/** What of it is not the default, for a hash that stays the same without it. */
export function ownJudging({ votes, isolate }: Judging): { readonly judging?: [number, boolean] } {
  return votes === 1 && !isolate ? {} : { judging: [votes, isolate] };
}
