import { count } from "./amounts";

export interface ProgressFigures {
  readonly done: number;
  readonly total: number;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | undefined;
}

/** "312 of 1,200 · 64 rows/s · 14 s left"; what is not known yet is left out. */
export function progressText(progress: ProgressFigures, language = ""): string {
  const { done, total, rowsPerSecond, secondsLeft } = progress;
  const parts = [`${count(done, language)} of ${count(total, language)}`];
  if (rowsPerSecond > 0) parts.push(`${rateText(rowsPerSecond, language)} rows/s`);
  if (secondsLeft !== undefined) parts.push(`${timeText(secondsLeft)} left`);
  return parts.join(" · ");
}

/** "14 s", "3 min 5 s", "2 h 10 min". */
export function timeText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function rateText(rowsPerSecond: number, language: string): string {
  return rowsPerSecond >= 10 ? count(Math.round(rowsPerSecond), language) : rowsPerSecond.toFixed(1);
}
