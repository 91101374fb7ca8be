import { PyFloat } from "../../core/python/py-float.ts";

/**
 * A date or a time, which Python makes of an unquoted one. Nothing in a flow may be one; like a float
 * that is no number it is no text, no list, no mapping and no whole number to whoever asks.
 */
export class PyDate extends PyFloat {
  readonly text: string;

  constructor(text: string) {
    super(Number.NaN);
    this.text = text;
  }
}
