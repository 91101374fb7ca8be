/** What GitLab.com lets one user ask of Duo, all clients together; an instance of one's own may set another. */
export const duoChatLimit = "160/8h";

const windowMs = 8 * 60 * 60 * 1000;

/**
 * When a limited user may ask again at the latest, for people: GitLab does not say. That its windows begin at
 * 00:00, 08:00 and 16:00 UTC is how its limiter counts elsewhere, and a guess for this one.
 *
 * @param now in milliseconds since the epoch
 */
export function windowHint(now: number): string {
  const likely = new Date((Math.floor(now / windowMs) + 1) * windowMs);
  const latest = new Date(now + windowMs);
  return `go on after ${clockTime(likely)} UTC, when the window of eight hours most likely ends, and at the latest at ${clockTime(latest)} UTC; questions of this user elsewhere count too`;
}

function clockTime(time: Date): string {
  return time.toISOString().slice(11, 16);
}
