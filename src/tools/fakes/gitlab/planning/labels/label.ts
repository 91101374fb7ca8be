/** A label of a project or group. */
export interface Label {
  readonly id: number;
  readonly name: string;
  /** As CSS writes it. */
  readonly color: string;
  readonly description: string | null;
}

/** What GitLab gives to labels that come into being by being used. */
export const defaultColor = "#6699cc";
