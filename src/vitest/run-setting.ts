/** What every worker of a run is told by the plugin. It goes from process to process as JSON. */
export interface RunSetting {
  /** Name of the run. */
  readonly run: string;
  /** Folder of the run, absolute. */
  readonly folder: string;
  /** When it began: ISO 8601, UTC. */
  readonly at: string;
  /** Where `flowproof.yml` is, absolute. */
  readonly root: string;
  readonly versions: { readonly flowproof: string; readonly node: string };
  /** Models as on a command line: they count more than the environment and the files. */
  readonly models: {
    readonly model?: string | undefined;
    readonly judgeModel?: string | undefined;
    readonly script?: string | undefined;
  };
  readonly baseUrl?: string | undefined;
  readonly seed?: number | undefined;
  /** Trials of one case that run at the same time. */
  readonly concurrency?: number | undefined;
}

declare module "vitest" {
  interface ProvidedContext {
    flowproof: RunSetting;
  }
}
