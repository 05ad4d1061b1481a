import type { Connection, Refusal, RefusalKind } from "./connector";

const longestSentence = 300;
const veil = "•••";

/** A refusal in words that are fit to be shown: no token, no line breaks, not too long. */
export function refusal(
  connection: Connection,
  kind: RefusalKind,
  sentence: string,
  more: Omit<Refusal, "kind" | "sentence"> = {},
): Refusal {
  return { kind, sentence: presentable(sentence, connection.token), ...more };
}

/** What a ledger or a system said, made fit to be shown. Never as formula or HTML: that is for whoever shows it. */
export function presentable(text: string, token: string): string {
  const plain = withoutToken(text, token.trim())
    // Control characters, and the marks that turn the direction of writing, can hide what a sentence says.
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > longestSentence ? `${plain.slice(0, longestSentence - 1)}…` : plain;
}

function withoutToken(text: string, token: string): string {
  // Somebody's credentials follow the word; "the bearer token is not valid" is a sentence and stays one.
  const bearers = text.replace(/\bbearer\s+(?!token\b)[\w.~+/=-]+/gi, `Bearer ${veil}`);
  if (token === "") return bearers;
  return [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)].reduce(
    (veiled, form) => veiled.split(form).join(veil),
    bearers,
  );
}
