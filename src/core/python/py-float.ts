/** A Python float. Whole numbers keep their point: `3.0` prints `3.0`, and is not `3`. */
export class PyFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  toJSON(): number {
    return this.value;
  }
}
