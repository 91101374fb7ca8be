import type { Clock } from "../../core/clock.ts";

/** A reason that costs nothing: nobody reads it. */
const calledOff = "called off";

interface SetTime {
  readonly at: number;
  readonly off: AbortController;
}

/** Rings at one time at most; setting it again calls the earlier time off. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #set: SetTime | undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  set(at: number | undefined): void {
    if (this.#set?.at === at) return;
    this.#set?.off.abort(calledOff);
    this.#set = undefined;
    if (at === undefined) return;
    const own = { at, off: new AbortController() };
    this.#set = own;
    void this.#wait(own);
  }

  async #wait(own: SetTime): Promise<void> {
    try {
      await this.#clock.sleep(own.at - this.#clock.monotonic(), own.off.signal);
    } catch {
      return;
    }
    if (this.#set === own) this.#set = undefined;
    this.#ring();
  }
}
