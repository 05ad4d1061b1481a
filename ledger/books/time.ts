/** SQL that gives a point in time as ISO 8601 in UTC, whatever time zone the session of the database is in. */
export function isoTime(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
