import { Refusal } from "../../books/refusal";
import { shown } from "../../doors/complaint";

/** Judges an object by what each filter, counted from 0, says of it. */
export type Judgement = (holds: (filter: number) => boolean) => boolean;

const longest = 1_000;

/**
 * Reads a filter expression such as "(1 and 2) or 3"; "and" binds closer than "or", and each word alone joins all filters.
 * Every filter must stand in it, for one that is left out would be forgotten without a word.
 */
export function judgementOf(expression: string, count: number): Judgement {
  const text = expression.trim();
  const wrong = (why: string): Refusal =>
    new Refusal("invalid", `filterExpression is ${shown(expression)}, but ${why}.`, "filterExpression");
  const all = Array.from({ length: count }, (_, index) => index);
  if (/^and$/i.test(text)) return (holds) => all.every(holds);
  // Where there are no filters, nothing restricts.
  if (/^or$/i.test(text)) return (holds) => count === 0 || all.some(holds);
  if (text.length > longest) throw wrong(`must have at most ${longest} characters`);
  const words = wordsOf(text);
  if (words === undefined) throw wrong(`may hold only numbers of filters, "and", "or" and parentheses`);
  const [numbers, reader] = [words.filter((word) => /^\d/.test(word)).map(Number), new Reader(words)];
  const beyond = numbers.find((number) => number < 1 || number > count);
  if (beyond !== undefined) throw wrong(`there are filters 1 to ${count} and no ${beyond}`);
  const judgement = reader.whole();
  if (judgement === undefined) throw wrong('must be written as in "(1 and 2) or 3"');
  const forgotten = all.find((index) => !numbers.includes(index + 1));
  if (forgotten !== undefined) throw wrong(`leaves out filter ${forgotten + 1}`);
  return judgement;
}

function wordsOf(text: string): readonly string[] | undefined {
  const words = text.toLowerCase().match(/\d+|and|or|[()]|\S/g) ?? [];
  return words.every((word) => /^(\d{1,4}|and|or|[()])$/.test(word)) ? words : undefined;
}

/** Reads the words once from left to right; undefined as soon as they make no sense. */
class Reader {
  private at = 0;

  constructor(private readonly words: readonly string[]) {}

  whole(): Judgement | undefined {
    const judgement = this.anyOf();
    return this.at === this.words.length ? judgement : undefined;
  }

  private anyOf(): Judgement | undefined {
    const parts = this.joined("or", () => this.allOf());
    return parts && ((holds) => parts.some((part) => part(holds)));
  }

  private allOf(): Judgement | undefined {
    const parts = this.joined("and", () => this.one());
    return parts && ((holds) => parts.every((part) => part(holds)));
  }

  private joined(word: string, next: () => Judgement | undefined): readonly Judgement[] | undefined {
    const parts: Judgement[] = [];
    do {
      const part = next();
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.takes(word));
    return parts;
  }

  private one(): Judgement | undefined {
    if (this.takes("(")) {
      const inner = this.anyOf();
      return this.takes(")") ? inner : undefined;
    }
    const number = Number(this.words[this.at] ?? NaN);
    if (Number.isNaN(number)) return undefined;
    this.at += 1;
    return (holds) => holds(number - 1);
  }

  private takes(word: string): boolean {
    if (this.words[this.at] !== word) return false;
    this.at += 1;
    return true;
  }
}
