import type { Standing } from "../state/connections";

/** The state of a connection as a word. */
export function standingWord(standing: Standing, hasToken: boolean): string {
  if (!hasToken) return "No token";
  switch (standing.state) {
    case "untested":
      return "Not tested";
    case "testing":
      return "Testing";
    case "good":
      return "Tested";
    case "bad":
      return "Failed";
  }
}
