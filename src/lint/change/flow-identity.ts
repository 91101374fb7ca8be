/** What a path says of a flow: `<reference>/<version>.yml`, below `experimental` or not. */
export interface FlowIdentity {
  readonly reference: string;
  /** The name of the file without its ending: `1.0.0`, `2.0.0-goal`. */
  readonly version: string;
  readonly experimental: boolean;
}

const pattern = /(?:^|\/)(?:(experimental)\/)?([a-z][a-z0-9_]*)\/(v?\d[^/]*)\.yml$/;

/** The flow that a path names; undefined for a file that lies elsewhere, or is called otherwise. */
export function flowIdentity(path: string): FlowIdentity | undefined {
  const [, folder, reference, version] = pattern.exec(path.replaceAll("\\", "/")) ?? [];
  if (reference === undefined || version === undefined) return undefined;
  return { reference, version, experimental: folder !== undefined };
}
