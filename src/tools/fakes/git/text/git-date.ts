const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time as git shows it: `Mon Jan 5 09:00:00 2026 +0000`. */
export function gitDate(at: string): string {
  const date = new Date(at);
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${date.getUTCDate()}`;
  return `${day} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()} +0000`;
}

/** As `%ai` and `%ci` show it. */
export function isoLikeDate(at: string): string {
  const text = new Date(at).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} +0000`;
}

/** As `%aI` and `%cI` show it. */
export function strictIsoDate(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}

/** Seconds since 1970. */
export function unixTime(at: string): string {
  return String(Math.floor(Date.parse(at) / 1000));
}
