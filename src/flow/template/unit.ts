/** The text of one template, for the place of an error. */
export interface Unit {
  /** As it was loaded; undefined for the template that was given as text. */
  readonly name: string | undefined;
  readonly source: string;
}
