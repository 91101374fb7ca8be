const parts =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?)?$/;

/** Whether Python can make a date of a text that looks like one: there is no 30 February. */
export function isRealTimestamp(text: string): boolean {
  const match = parts.exec(text);
  if (match === null) return false;
  const numbers = match.slice(1).map((part) => Number(part ?? 0));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
  const [zoneHour = 0, zoneMinute = 0] = numbers.slice(6);
  const date = new Date(Date.UTC(year, month - 1, day));
  const dayExists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const timeExists = hour < 24 && minute < 60 && second < 60;
  return year >= 1 && dayExists && timeExists && zoneHour * 60 + zoneMinute < 24 * 60;
}
