/** A number in three parts, because padding with zeros goes between them. */
export interface NumberText {
  readonly sign: "" | "-";
  readonly prefix: string;
  readonly digits: string;
}
